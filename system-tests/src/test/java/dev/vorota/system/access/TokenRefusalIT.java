package dev.vorota.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.Answer;
import dev.vorota.system.client.Api;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must not open the gate. Their maker's key is the one that the gateway trusts. */
final class TokenRefusalIT {

  private static final TokenMint MINT = new TokenMint();

  private static RecordingUpstream upstream;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws IOException {
    upstream = RecordingUpstream.start(MINT);
    gateway = Gateway.start("tokens", upstream.address(), SharedVorota.wideLimits());
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    upstream.close();
  }

  @Test
  void goodTokenOpens() {
    assertThat(answerTo(MINT.token()).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void refuses(String kind, String token) {
    Answer answer = answerTo(token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).startsWith("Bearer").contains("invalid_token");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.text()).doesNotContain(token);
  }

  @Test
  void refusedRequestNeverReachesTheUpstream() throws InterruptedException {
    try (Api api = new Api(gateway.address())) {
      api.get("/service/refused", MINT.forged()).expect(401);
      api.get("/service/passed", MINT.token()).expect(200);
    }
    assertThat(upstream.seenBefore("/passed")).doesNotContain("/refused");
  }

  static Stream<Map.Entry<String, String>> kinds() {
    return Stream.of(
        Map.entry("another key", MINT.forged()),
        Map.entry("no signature", MINT.unsigned()),
        Map.entry("the public key as a secret", MINT.signedWithThePublicKeyAsSecret()),
        Map.entry("expired", MINT.token(c -> c.setExpirationTime(TokenMint.inSeconds(-120)))),
        Map.entry("not valid yet", MINT.token(c -> c.setNotBefore(TokenMint.inSeconds(600)))),
        Map.entry("another issuer", MINT.token(c -> c.setIssuer("somebody"))),
        Map.entry("another audience", MINT.token(c -> c.setAudience("vorota-refresh"))),
        Map.entry("no audience", MINT.token(c -> c.unsetClaim("aud"))),
        Map.entry("no expiry", MINT.token(c -> c.unsetClaim("exp"))),
        Map.entry("changed", MINT.token().replaceFirst("\\.", ".e")),
        Map.entry("no token at all", "nonsense"),
        Map.entry("too long", "a".repeat(7_000)));
  }

  static Stream<Object[]> badTokens() {
    return kinds().map(kind -> new Object[] {kind.getKey(), kind.getValue()});
  }

  private static Answer answerTo(String token) {
    try (Api api = new Api(gateway.address())) {
      return api.get("/service/anything", token);
    }
  }
}
