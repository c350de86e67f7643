package dev.vorota.adapters.out.gateway.jwt;

import java.security.Key;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Issues tokens like the chat's, and keys to sign them with. */
final class Issuer {

  static final String NAME = "vorota-chat";
  static final String AUDIENCE = "vorota";
  static final Duration LIFETIME = Duration.ofMinutes(15);

  private final InstantSource clock;

  Issuer(InstantSource clock) {
    this.clock = clock;
  }

  static PublicJsonWebKey rsaKey(String kid) {
    return named(kid, () -> RsaJwkGenerator.generateJwk(2048));
  }

  static PublicJsonWebKey ecKey(String kid) {
    return named(kid, () -> EcJwkGenerator.generateJwk(EllipticCurves.P256));
  }

  static PublicJsonWebKey edKey(String kid) {
    return named(kid, () -> OkpJwkGenerator.generateJwk("Ed25519"));
  }

  /** Claims as they should be; a test breaks one. */
  JwtClaims claims() {
    NumericDate now = NumericDate.fromSeconds(clock.instant().getEpochSecond());
    NumericDate end = NumericDate.fromSeconds(now.getValue());
    end.addSeconds(LIFETIME.toSeconds());
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(NAME);
    claims.setAudience(AUDIENCE);
    claims.setSubject("7d444840-9dc0-11d1-b245-5ffdce74fad2");
    claims.setStringClaim("upn", "olga");
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAt(now);
    claims.setExpirationTime(end);
    return claims;
  }

  String token(PublicJsonWebKey key) {
    return sign(claims(), key);
  }

  static String sign(JwtClaims claims, PublicJsonWebKey key) {
    String algorithm =
        switch (key.getKeyType()) {
          case "RSA" -> AlgorithmIdentifiers.RSA_USING_SHA256;
          case "EC" -> AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
          default -> AlgorithmIdentifiers.EDDSA;
        };
    return sign(claims, key.getKeyId(), algorithm, key.getPrivateKey());
  }

  static String sign(JwtClaims claims, String kid, String algorithm, Key key) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setPayload(claims.toJson());
    jws.setKeyIdHeaderValue(kid);
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setKey(key);
    jws.setDoKeyValidation(false);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static PublicJsonWebKey named(String kid, Generator generator) {
    try {
      PublicJsonWebKey key = generator.generate();
      key.setKeyId(kid);
      return key;
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private interface Generator {
    PublicJsonWebKey generate() throws JoseException;
  }
}
