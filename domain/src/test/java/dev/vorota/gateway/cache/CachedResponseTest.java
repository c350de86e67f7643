package dev.vorota.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routes add to the rules, ages, and what a 304 does to what is kept. */
class CachedResponseTest {

  private static final long BEGIN = Message.BEGIN.toEpochMilli();

  private final CachePolicy plain = CachePolicy.of("test");
  private final Request get = Message.of("GET").request();

  @Test
  void agesWithTheTimeItTookToCome() {
    Message response = Message.of("200;; cache-control: max-age=60;; age: 10;; date: {0}");

    CachedResponse kept = CachedResponse.of(plain, get, 200, response, BEGIN - 5_000, BEGIN);

    assertThat(kept.age(BEGIN)).isEqualTo(15);
    assertThat(kept.age(BEGIN + 1_999)).isEqualTo(16);
    assertThat(kept.ttl(BEGIN)).isEqualTo(45);
    assertThat(kept.ttl(BEGIN + 45_001)).isEqualTo(-1);
  }

  @Test
  void growsNoYoungerWhenTheClockIsSetBack() {
    CachedResponse kept = kept(plain, "200;; cache-control: max-age=60;; age: 10");

    assertThat(kept.age(BEGIN - 100_000)).isEqualTo(10);
  }

  @Test
  void usesTheTimeOfTheRouteWhereTheOriginSaysNothing() {
    CachePolicy policy = policy(Duration.ofSeconds(30), CachePolicy.SetCookie.REFUSE);

    assertThat(kept(policy, "200").ttl(BEGIN)).isEqualTo(30);
    assertThat(kept(policy, "200;; last-modified: {-1000000}").ttl(BEGIN)).isEqualTo(30);
    assertThat(kept(policy, "200;; cache-control: max-age=5").ttl(BEGIN)).isEqualTo(5);
    assertThat(kept(policy, "404").storing()).isEqualTo(Storing.USELESS);
    assertThat(kept(policy, "200;; cache-control: no-store").storing()).isEqualTo(Storing.NO_STORE);
  }

  @Test
  void stripsOrKeepsCookiesWhereThatIsDeclared() {
    String cookie = "200;; cache-control: max-age=60;; set-cookie: a=b";
    CachedResponse stripped = kept(policy(Duration.ZERO, CachePolicy.SetCookie.STRIP), cookie);
    CachedResponse whole = kept(policy(Duration.ZERO, CachePolicy.SetCookie.KEEP), cookie);

    assertThat(stripped.storing()).isEqualTo(Storing.STORED);
    assertThat(stripped.unstored()).contains("set-cookie");
    assertThat(whole.storing()).isEqualTo(Storing.STORED);
    assertThat(whole.unstored()).doesNotContain("set-cookie");
  }

  @Test
  void tellsResponsesApartByTheFieldsOfTheRoute() {
    CachePolicy policy = policy(Duration.ofSeconds(30), CachePolicy.SetCookie.REFUSE);
    Request one = Message.of("GET;; x-tenant: 1").request();
    Request other = Message.of("GET;; x-tenant: 2").request();
    CachedResponse kept = CachedResponse.of(policy, one, 200, Message.of("200"), BEGIN, BEGIN);

    assertThat(kept.covers(policy, one)).isTrue();
    assertThat(kept.covers(policy, other)).isFalse();
    assertThat(kept.variationOf(one)).isNotEqualTo(kept.variationOf(other));
  }

  @Test
  void servesNoOtherRoute() {
    CachedResponse kept = kept(plain, "200;; cache-control: max-age=60");

    assertThat(kept.covers(CachePolicy.of("other"), get)).isFalse();
  }

  @ParameterizedTest(name = "{1} to what is kept with {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          etag: "a" | 304;; etag: "a" | true
          etag: "a" | 304;; etag: "b" | false
          etag: "a" | 304;; etag: W/"a" | true
          etag: W/"a" | 304;; etag: W/"a" | true
          etag: W/"a" | 304;; etag: "b" | false
          last-modified: {-10} | 304;; last-modified: {-10} | true
          last-modified: {-10} | 304;; last-modified: {-5} | false
          last-modified: {-10} | 304;; etag: "a" | false
          etag: W/"a" | 304;; etag: "a" | true
          etag: "a" | 304 | true
          """)
  void isMeantByItsOwn304(String validator, String notModified, boolean meant) {
    assertThat(kept(plain, "200;; " + validator).isMeantBy(Message.of(notModified)))
        .isEqualTo(meant);
  }

  @Test
  void isFreshAgainByWhatA304Says() {
    CachedResponse old = kept(plain, "200;; cache-control: max-age=60;; etag: \"a\"");
    Message notModified = Message.of("304;; cache-control: max-age=10;; age: 4");
    long later = BEGIN + 100_000;

    CachedResponse fresh =
        CachedResponse.freshened(plain, get, old, notModified, notModified, later, later);

    assertThat(old.isUsable(later)).isFalse();
    assertThat(fresh.isUsable(later)).isTrue();
    assertThat(fresh.status()).isEqualTo(200);
    assertThat(fresh.ttl(later)).isEqualTo(6);
  }

  @Test
  void heedsNoClientWhereTheRouteSaysSo() {
    CachePolicy deaf =
        new CachePolicy(
            "test",
            Set.of("GET"),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            Duration.ZERO,
            List.of(),
            QueryKey.WHOLE,
            CachePolicy.SetCookie.REFUSE,
            false);
    Request reload = Message.of("GET;; cache-control: no-cache, no-store").request();
    CachedResponse kept = kept(deaf, "200;; cache-control: max-age=60");

    assertThat(kept.reuseFor(deaf.directivesOf(reload), BEGIN)).isEqualTo(Reuse.FRESH);
    assertThat(deaf.forbidsStoring(reload)).isFalse();
  }

  private CachedResponse kept(CachePolicy policy, String response) {
    Message message = Message.of(response);
    return CachedResponse.of(policy, get, message.status(), message, BEGIN, BEGIN);
  }

  private static CachePolicy policy(Duration ttl, CachePolicy.SetCookie setCookie) {
    return new CachePolicy(
        "test",
        Set.of("GET", "HEAD"),
        ttl,
        Duration.ZERO,
        Duration.ZERO,
        CachePolicy.USUAL_MOST_BODY_BYTES,
        CachePolicy.USUAL_LONGEST_WAIT,
        List.of("x-tenant"),
        QueryKey.WHOLE,
        setCookie,
        true);
  }
}
