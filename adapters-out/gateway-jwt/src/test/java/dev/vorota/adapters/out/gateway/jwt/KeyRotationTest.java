package dev.vorota.adapters.out.gateway.jwt;

import static dev.vorota.adapters.out.gateway.jwt.Outcomes.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.access.Verification.Pending;
import dev.vorota.gateway.access.Verification.Refused;
import dev.vorota.gateway.access.Verification.Unavailable;
import dev.vorota.gateway.access.Verification.Verified;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRotationTest {

  private static final PublicJsonWebKey FIRST = Issuer.ecKey("first");
  private static final PublicJsonWebKey SECOND = Issuer.ecKey("second");
  private static final Unavailable UNAVAILABLE =
      new Unavailable("The keys of the token's issuer can't be had at present.");

  private final MovableClock clock = new MovableClock();
  private final Issuer issuer = new Issuer(clock);
  private final KeyServer server = new KeyServer();
  private final JwksSettings settings =
      new JwksSettings(
          server.uri(),
          Duration.ofSeconds(5),
          4_096,
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofHours(24));
  private final JwtTokenVerifier verifier =
      new JwtTokenVerifier(TokenRules.of(Issuer.NAME), settings, clock);

  @AfterEach
  void close() {
    verifier.close();
    server.close();
  }

  @Test
  void fetchesTheKeysOnceForAllTokens() {
    server.publish(FIRST);
    assertThat(settled(verify(issuer.token(FIRST)))).isInstanceOf(Verified.class);

    assertThat(verify(issuer.token(FIRST))).isInstanceOf(Verified.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void sharesAFetchAmongAllWhoWait() {
    server.publish(FIRST);
    CountDownLatch gate = new CountDownLatch(1);
    server.answerAfter(gate);

    List<Verification> waiting =
        Stream.generate(() -> verify(issuer.token(FIRST))).limit(20).toList();

    assertThat(waiting).hasOnlyElementsOfType(Pending.class);
    gate.countDown();
    assertThat(waiting).allSatisfy(v -> assertThat(settled(v)).isInstanceOf(Verified.class));
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void asksForAKeyThatItDoesNotKnow() {
    fetchFirst();
    server.publish(FIRST, SECOND);
    clock.advance(settings.refetchAfter());

    assertThat(settled(verify(issuer.token(SECOND)))).isInstanceOf(Verified.class);
    assertThat(verify(issuer.token(FIRST))).isInstanceOf(Verified.class);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void asksForUnknownKeysOnceInAnInterval() {
    fetchFirst();
    clock.advance(settings.refetchAfter());

    for (int i = 0; i < 50; i++) {
      Verification verification = settled(verify(issuer.token(SECOND)));
      assertThat(verification)
          .isEqualTo(new Refused("The token's key is none of its issuer's: second."));
    }
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void refreshesOldKeysWhileItUsesThem() {
    fetchFirst();
    clock.advance(settings.refreshAfter());

    assertThat(verify(issuer.token(FIRST))).isInstanceOf(Verified.class);
    await().untilAsserted(() -> assertThat(server.requests()).isEqualTo(2));
  }

  @Test
  void forgetsTheTokensOfAKeyThatWasWithdrawn() {
    server.publish(FIRST, SECOND);
    String token = issuer.token(FIRST);
    assertThat(settled(verify(token))).isInstanceOf(Verified.class);
    assertThat(verify(token)).isInstanceOf(Verified.class);

    server.publish(SECOND);
    clock.advance(settings.refreshAfter());
    verifier.refresh();

    await()
        .untilAsserted(
            () ->
                assertThat(verify(token))
                    .isEqualTo(new Refused("The token's key is none of its issuer's: first.")));
  }

  @Test
  void usesKnownKeysWhileTheServerIsAway() {
    fetchFirst();
    server.answerWith(503, "");
    clock.advance(settings.keepFor().minusSeconds(1));

    String token = issuer.token(FIRST);
    assertThat(verify(token)).isInstanceOf(Verified.class);
    assertThat(settled(verify(issuer.token(SECOND)))).isEqualTo(UNAVAILABLE);
    assertThat(verify(token)).isInstanceOf(Verified.class);
  }

  @Test
  void doesNotUseKeysThatAreTooOld() {
    fetchFirst();
    server.answerWith(503, "");
    clock.advance(settings.keepFor());
    String token = issuer.token(FIRST);
    assertThat(settled(verify(token))).isEqualTo(UNAVAILABLE);

    server.publish(FIRST);
    clock.advance(settings.retryAfter());

    assertThat(settled(verify(token))).isInstanceOf(Verified.class);
  }

  @Test
  void saysNothingOfTokensWithoutKeysAndTriesAgainAfterAWhile() {
    server.answerWith(503, "");
    String token = issuer.token(FIRST);
    assertThat(verify(token)).isInstanceOf(Pending.class);
    await().untilAsserted(() -> assertThat(verify(token)).isEqualTo(UNAVAILABLE));
    assertThat(server.requests()).isEqualTo(1);

    server.publish(FIRST);
    clock.advance(settings.retryAfter());

    assertThat(settled(verify(token))).isInstanceOf(Verified.class);
    assertThat(server.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"keys\":[]}",
        "200 | {\"keys\":[]}",
        "200 | {}",
        "200 | []",
        "200 | <html>",
        "200 | {\"keys\":[{\"kty\":\"oct\",\"kid\":\"first\",\"k\":\"AAAA\"}]}"
      })
  void takesAnAnswerWithoutUsableKeysForAnOutage(int status, String body) {
    server.answerWith(status, body);

    assertThat(settled(verify(issuer.token(FIRST)))).isEqualTo(UNAVAILABLE);
  }

  @Test
  void readsNoMoreThanTheBound() {
    server.publish(FIRST);
    String padded = "{\"padding\":\"" + "x".repeat(4_096) + "\",\"keys\":[]}";
    server.answerWith(200, padded);

    assertThat(settled(verify(issuer.token(FIRST)))).isEqualTo(UNAVAILABLE);
  }

  @Test
  void waitsNoLongerThanTheTimeout() {
    server.publish(FIRST);
    server.answerAfter(new CountDownLatch(1));
    JwksSettings impatient =
        new JwksSettings(
            server.uri(),
            Duration.ofMillis(100),
            4_096,
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofHours(24));
    try (JwtTokenVerifier hasty =
        new JwtTokenVerifier(TokenRules.of(Issuer.NAME), impatient, clock)) {
      assertThat(settled(hasty.verify(issuer.token(FIRST), Issuer.AUDIENCE)))
          .isEqualTo(UNAVAILABLE);
    }
  }

  private void fetchFirst() {
    server.publish(FIRST);
    assertThat(settled(verify(issuer.token(FIRST)))).isInstanceOf(Verified.class);
  }

  private Verification verify(String token) {
    return verifier.verify(token, Issuer.AUDIENCE);
  }
}
