package dev.vorota.adapters.out.gateway.jwt;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys with which an issuer signs, by their {@code kid}. Immutable. */
record KeySet(Map<String, Entry> keys) {

  /** The algorithms that are accepted: none with a shared secret, and not {@code none}. */
  static final Set<String> ALGORITHMS =
      Set.of(
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.EDDSA);

  /** RFC 7518, section 3.3. */
  private static final int MIN_RSA_BITS = 2048;

  /**
   * A key and the one algorithm that it is for. That binding keeps a token from choosing how a key
   * is used (RFC 8725, section 3.1).
   */
  record Entry(String algorithm, PublicKey key) {}

  KeySet {
    keys = Map.copyOf(keys);
  }

  /**
   * Reads a JWK set. Keys without a name, for encryption, too weak or of other algorithms are left
   * out; of two keys with one name the first counts.
   *
   * @throws JoseException if the text is no JWK set or holds no key that can be used
   */
  static KeySet parse(String json) throws JoseException {
    List<JsonWebKey> published = new JsonWebKeySet(json).getJsonWebKeys();
    Map<String, Entry> keys = new HashMap<>();
    for (JsonWebKey jwk : published) {
      String kid = jwk.getKeyId();
      String algorithm = algorithm(jwk);
      if (kid != null && algorithm != null && jwk instanceof PublicJsonWebKey publicJwk) {
        keys.putIfAbsent(kid, new Entry(algorithm, publicJwk.getPublicKey()));
      }
    }
    if (keys.isEmpty()) {
      throw new JoseException(
          "The JWK set must hold a signing key for one of " + ALGORITHMS + ": none is usable.");
    }
    return new KeySet(keys);
  }

  @Nullable Entry find(String kid) {
    return keys.get(kid);
  }

  /** The algorithm that the key's type allows, or null where it may not verify signatures. */
  private static @Nullable String algorithm(JsonWebKey jwk) {
    String byType =
        switch (jwk) {
          case RsaJsonWebKey rsa when isStrong(rsa.getRsaPublicKey()) ->
              AlgorithmIdentifiers.RSA_USING_SHA256;
          case EllipticCurveJsonWebKey ec when ec.getCurveName().equals("P-256") ->
              AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
          case OctetKeyPairJsonWebKey okp when okp.getSubtype().startsWith("Ed") ->
              AlgorithmIdentifiers.EDDSA;
          default -> null;
        };
    boolean forSigning = jwk.getUse() == null || jwk.getUse().equals("sig");
    boolean agrees = jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(byType);
    return forSigning && agrees ? byType : null;
  }

  private static boolean isStrong(RSAPublicKey key) {
    return key.getModulus().bitLength() >= MIN_RSA_BITS;
  }
}
