package dev.vorota.system.upstream;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes tokens of every kind, good and bad, with a key of its own. */
public final class TokenMint {

  public static final String SUBJECT = "018f3c1e-0000-7000-8000-000000000001";
  public static final String USERNAME = "minted";

  private final RsaJsonWebKey key = newKey("minted");
  private final RsaJsonWebKey strangeKey = newKey("minted");

  /** The public key as a key set. */
  public String jwks() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /** A token that is good for 15 minutes. */
  public String token() {
    return token(claims -> {});
  }

  /** A token whose claims differ from a good one's. */
  public String token(Consumer<JwtClaims> change) {
    return sign(claims(change), AlgorithmIdentifiers.RSA_USING_SHA256, key);
  }

  /** A token signed with a key that the key set does not have, under an id that it has. */
  public String forged() {
    return sign(claims(claims -> {}), AlgorithmIdentifiers.RSA_USING_SHA256, strangeKey);
  }

  /** A token without a signature (RFC 7519, section 6). */
  public String unsigned() {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    jws.setPayload(claims(claims -> {}).toJson());
    return serialize(jws);
  }

  /** A token whose HMAC was made with the bytes of the public key (RFC 8725, section 2.1). */
  public String signedWithThePublicKeyAsSecret() {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setKey(new HmacKey(key.getRsaPublicKey().getEncoded()));
    jws.setPayload(claims(claims -> {}).toJson());
    return serialize(jws);
  }

  /** A time so many seconds from now; negative for the past. */
  public static NumericDate inSeconds(long seconds) {
    NumericDate date = NumericDate.now();
    date.addSeconds(seconds);
    return date;
  }

  private static JwtClaims claims(Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("vorota-chat");
    claims.setAudience("vorota");
    claims.setSubject(SUBJECT);
    claims.setStringClaim("upn", USERNAME);
    claims.setStringClaim("sid", UUID.randomUUID().toString());
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAtToNow();
    claims.setExpirationTime(inSeconds(900));
    claims.setClaim("groups", List.of("user"));
    change.accept(claims);
    return claims;
  }

  private static String sign(JwtClaims claims, String algorithm, RsaJsonWebKey key) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setKeyIdHeaderValue(key.getKeyId());
    jws.setKey(key.getPrivateKey());
    jws.setPayload(claims.toJson());
    return serialize(jws);
  }

  private static String serialize(JsonWebSignature jws) {
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey newKey(String id) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
