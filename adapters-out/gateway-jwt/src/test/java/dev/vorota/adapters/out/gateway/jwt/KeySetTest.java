package dev.vorota.adapters.out.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeySetTest {

  private static final PublicJsonWebKey GOOD = Issuer.rsaKey("good");

  @Test
  void bindsEachKeyToItsAlgorithm() throws JoseException {
    KeySet keys = parse(GOOD, Issuer.ecKey("ec"), Issuer.edKey("ed"));

    assertThat(keys.keys().values())
        .extracting(KeySet.Entry::algorithm)
        .containsExactlyInAnyOrder("RS256", "ES256", "EdDSA");
  }

  @Test
  void leavesOutKeysThatMayNotVerify() throws JoseException, NoSuchAlgorithmException {
    PublicJsonWebKey forEncryption = Issuer.rsaKey("enc");
    forEncryption.setUse("enc");
    PublicJsonWebKey otherAlgorithm = Issuer.rsaKey("ps256");
    otherAlgorithm.setAlgorithm("PS256");
    PublicJsonWebKey otherCurve = EcJwkGenerator.generateJwk(EllipticCurves.P384);
    otherCurve.setKeyId("p384");
    PublicJsonWebKey nameless = EcJwkGenerator.generateJwk(EllipticCurves.P256);

    KeySet keys = parse(GOOD, forEncryption, otherAlgorithm, otherCurve, nameless, weakKey());

    assertThat(keys.keys()).containsOnlyKeys("good");
  }

  @Test
  void takesTheFirstOfTwoKeysWithOneName() throws JoseException {
    KeySet keys = parse(GOOD, Issuer.rsaKey("good"));

    assertThat(keys.find("good")).isEqualTo(new KeySet.Entry("RS256", GOOD.getPublicKey()));
  }

  @Test
  void isEqualToTheSameKeysReadAgain() throws JoseException {
    assertThat(parse(GOOD)).isEqualTo(parse(GOOD)).isNotEqualTo(parse(Issuer.rsaKey("good")));
  }

  private static PublicJsonWebKey weakKey() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1_024);
    PublicJsonWebKey key =
        new RsaJsonWebKey((RSAPublicKey) generator.generateKeyPair().getPublic());
    key.setKeyId("weak");
    return key;
  }

  private static KeySet parse(PublicJsonWebKey... keys) throws JoseException {
    return KeySet.parse(
        Arrays.stream(keys)
            .map(PublicJsonWebKey::toJson)
            .collect(Collectors.joining(",", "{\"keys\":[", "]}")));
  }
}
