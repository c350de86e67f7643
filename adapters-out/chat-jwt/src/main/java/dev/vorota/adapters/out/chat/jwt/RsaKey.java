package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.token.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/** A stored key made ready to sign and to verify. */
final class RsaKey {

  private static final String RSA = "RSA";
  private static final int BITS = 2048;

  private final RsaJsonWebKey jwk;

  private RsaKey(RsaJsonWebKey jwk) {
    this.jwk = jwk;
  }

  static RsaKey of(SigningKey stored) {
    try {
      KeyFactory factory = KeyFactory.getInstance(RSA);
      RSAPrivateCrtKey privateKey =
          (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(stored.privateKey()));
      RSAPublicKeySpec publicSpec =
          new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
      RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) factory.generatePublic(publicSpec));
      jwk.setPrivateKey(privateKey);
      jwk.setKeyId(stored.id());
      jwk.setUse(Use.SIGNATURE);
      jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return new RsaKey(jwk);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored key must be of RSA in PKCS #8: " + stored + ".", e);
    }
  }

  /** A new key, named by its thumbprint (RFC 7638). */
  static SigningKey generate(long generation, Instant signsFrom) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      String thumbprint =
          new RsaJsonWebKey((RSAPublicKey) pair.getPublic())
              .calculateBase64urlEncodedThumbprint("SHA-256");
      return new SigningKey(generation, thumbprint, pair.getPrivate().getEncoded(), signsFrom);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform must make RSA keys.", e);
    }
  }

  String id() {
    return jwk.getKeyId();
  }

  RsaJsonWebKey jwk() {
    return jwk;
  }

  @Override
  public String toString() {
    return "RsaKey[" + id() + "]";
  }
}
