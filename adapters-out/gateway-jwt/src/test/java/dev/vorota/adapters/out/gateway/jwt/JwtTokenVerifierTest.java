package dev.vorota.adapters.out.gateway.jwt;

import static dev.vorota.adapters.out.gateway.jwt.Outcomes.settled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.access.Verification.Refused;
import dev.vorota.gateway.access.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTokenVerifierTest {

  private static final PublicJsonWebKey RSA = Issuer.rsaKey("rsa");
  private static final PublicJsonWebKey EC = Issuer.ecKey("ec");
  private static final PublicJsonWebKey ED = Issuer.edKey("ed");
  private static final PublicJsonWebKey STRANGER = Issuer.rsaKey("rsa");

  private final MovableClock clock = new MovableClock();
  private final Issuer issuer = new Issuer(clock);
  private final KeyServer server = new KeyServer();
  private final JwtTokenVerifier verifier =
      new JwtTokenVerifier(TokenRules.of(Issuer.NAME), JwksSettings.of(server.uri()), clock);

  @BeforeEach
  void publishKeys() {
    server.publish(RSA, EC, ED);
  }

  @AfterEach
  void close() {
    verifier.close();
    server.close();
  }

  static Stream<PublicJsonWebKey> keys() {
    return Stream.of(RSA, EC, ED);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void verifiesTokensOfTheIssuer(PublicJsonWebKey key) {
    Principal expected =
        new Principal(
            "7d444840-9dc0-11d1-b245-5ffdce74fad2",
            "olga",
            clock.instant().plus(Issuer.LIFETIME).getEpochSecond());

    assertThat(verify(issuer.token(key))).isEqualTo(new Verified(expected));
  }

  @Test
  void callsPrincipalsWithoutANameByTheirId() {
    JwtClaims claims = issuer.claims();
    claims.unsetClaim("upn");

    assertThat(verify(Issuer.sign(claims, RSA)))
        .isInstanceOfSatisfying(
            Verified.class,
            verified ->
                assertThat(verified.principal().name()).isEqualTo(verified.principal().id()));
  }

  static Stream<Arguments> brokenClaims() {
    return Stream.of(
        broken("The token's issuer must be vorota-chat: evil.", c -> c.setIssuer("evil")),
        broken("The token's issuer must be vorota-chat: null.", c -> c.unsetClaim("iss")),
        broken("The token's issuer must be vorota-chat: ????.", c -> c.setIssuer("\r\n\"ы")),
        broken(
            "The token's audience must hold vorota: vorota-refresh.",
            c -> c.setAudience("vorota-refresh")),
        broken("The token's audience must hold vorota: .", c -> c.unsetClaim("aud")),
        broken("The token must name its subject (sub).", c -> c.unsetClaim("sub")),
        broken("The token must say when it expires (exp).", c -> c.unsetClaim("exp")),
        broken("The token expired 42 s ago.", c -> c.setExpirationTime(fromNow(-42))),
        broken("The token is not valid yet, but in 42 s.", c -> c.setNotBefore(fromNow(42))),
        broken("The token was issued 42 s in the future.", c -> c.setIssuedAt(fromNow(42))),
        broken("The token is not a JWT in compact form.", c -> c.setClaim("exp", "soon")),
        broken("The token is not a JWT in compact form.", c -> c.setClaim("upn", List.of())));
  }

  @ParameterizedTest
  @MethodSource("brokenClaims")
  void refusesBrokenClaims(String reason, Consumer<JwtClaims> damage) {
    JwtClaims claims = issuer.claims();
    damage.accept(claims);
    String token = Issuer.sign(claims, RSA);

    assertThat(verify(token)).isEqualTo(new Refused(reason));
    assertThat(verify(token)).as("the second time").isEqualTo(new Refused(reason));
  }

  @Test
  void allowsForTheClockSkew() {
    JwtClaims claims = issuer.claims();
    claims.setIssuedAt(fromNow(30));
    claims.setNotBefore(fromNow(30));
    claims.setExpirationTime(fromNow(-29));

    assertThat(verify(Issuer.sign(claims, RSA))).isInstanceOf(Verified.class);
  }

  @Test
  void takesOneOfSeveralAudiences() {
    JwtClaims claims = issuer.claims();
    claims.setAudience("elsewhere", Issuer.AUDIENCE);

    assertThat(verify(Issuer.sign(claims, RSA))).isInstanceOf(Verified.class);
  }

  @Test
  void refusesAStrangersSignature() {
    assertThat(verify(issuer.token(STRANGER)))
        .isEqualTo(new Refused("The token's signature is wrong."));
  }

  @Test
  void refusesTokensWhoseClaimsWereChanged() {
    String token = issuer.token(RSA);
    JwtClaims claims = issuer.claims();
    claims.setSubject("somebody else");
    String[] parts = token.split("\\.", -1);

    assertThat(verify(parts[0] + "." + base64(claims.toJson()) + "." + parts[2]))
        .isEqualTo(new Refused("The token's signature is wrong."));
  }

  @Test
  void refusesTokensWithoutSignature() throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    jws.setKeyIdHeaderValue("rsa");
    jws.setPayload(issuer.claims().toJson());

    assertThat(verify(jws.getCompactSerialization()))
        .isEqualTo(new Refused("The token's algorithm must be RS256, ES256 or EdDSA: none."));
  }

  @Test
  void refusesTokensSignedWithThePublicKeyAsASecret() {
    HmacKey publicBytes = new HmacKey(RSA.getPublicKey().getEncoded());
    String token =
        Issuer.sign(issuer.claims(), "rsa", AlgorithmIdentifiers.HMAC_SHA256, publicBytes);

    assertThat(verify(token))
        .isEqualTo(new Refused("The token's algorithm must be RS256, ES256 or EdDSA: HS256."));
  }

  @Test
  void refusesAKeyOfAnotherAlgorithm() {
    String token =
        Issuer.sign(
            issuer.claims(), "ec", AlgorithmIdentifiers.RSA_USING_SHA256, STRANGER.getPrivateKey());

    assertThat(verify(token))
        .isEqualTo(new Refused("The token's key is for ES256, not for RS256."));
  }

  @Test
  void refusesKeysThatTheIssuerDoesNotHave() {
    assertThat(verify(issuer.token(Issuer.rsaKey("other"))))
        .isEqualTo(new Refused("The token's key is none of its issuer's: other."));
  }

  @Test
  void refusesCriticalExtensionsThatItDoesNotKnow() {
    String header = base64("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"crit\":[\"x\"],\"x\":1}");

    assertThat(verify(header + "." + base64(issuer.claims().toJson()) + ".AAAA"))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a.b.c",
        "a.b.c.d.e",
        "e30.e30.",
        "bnVsbA.bnVsbA.AAAA",
        "eyJhbGciOiJSUzI1NiJ9",
        "not a token at all",
        "eyJhbGciOiJSUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AAAA"
      })
  void refusesGarbage(String token) {
    assertThat(verify(token)).isInstanceOf(Refused.class);
  }

  @Test
  void refusesLongTokensUnread() {
    assertThat(verifier.verify("a".repeat(8_193), Issuer.AUDIENCE))
        .isEqualTo(new Refused("The token must have at most 8192 characters: 8193."));
    assertThat(server.requests()).isZero();
  }

  @Test
  void checksTimeAndAudienceOfTokensThatItRemembers() {
    String token = issuer.token(RSA);
    assertThat(verify(token)).isInstanceOf(Verified.class);

    assertThat(verifier.verify(token, "vorota-refresh"))
        .isEqualTo(new Refused("The token's audience must hold vorota-refresh: vorota."));

    clock.advance(Issuer.LIFETIME.plusSeconds(29));
    assertThat(verifier.verify(token, Issuer.AUDIENCE)).isInstanceOf(Verified.class);

    clock.advance(Duration.ofSeconds(1));
    assertThat(settled(verifier.verify(token, Issuer.AUDIENCE)))
        .isEqualTo(new Refused("The token expired 30 s ago."));
  }

  private Verification verify(String token) {
    return settled(verifier.verify(token, Issuer.AUDIENCE));
  }

  private static Arguments broken(String reason, Consumer<JwtClaims> damage) {
    return Arguments.of(reason, damage);
  }

  private static NumericDate fromNow(long seconds) {
    return NumericDate.fromSeconds(new MovableClock().instant().getEpochSecond() + seconds);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
