package dev.vorota.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Request;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each rule by itself: a request, its response, a later request, and what becomes of that. The
 * numbers are sections of RFC 9111, or of the RFC that stands before them.
 */
class Rfc9111Test {

  private static final String FAILING = "failing ";
  private static final String WITH_BODY = "+body";

  private final CachePolicy policy = CachePolicy.of("test");

  @ParameterizedTest(name = "{0} {1}: {2} → {3}, {4} s, {5}")
  @CsvFileSource(
      resources = "rfc9111.csv",
      delimiter = '|',
      quoteCharacter = '~',
      numLinesToSkip = 1)
  void rule(
      String section,
      String rule,
      String request,
      String response,
      long seconds,
      String then,
      String outcome) {
    assertThat(outcome(request, Message.of(response), seconds, then))
        .as(section + ": " + rule)
        .isEqualTo(outcome);
  }

  private String outcome(String first, Message response, long seconds, String then) {
    boolean hasBody = first.contains(WITH_BODY);
    Request request = Message.of(first.replace(WITH_BODY, "")).request();
    String past = past(Lookup.of(request, hasBody, policy));
    if (past != null) {
      return past;
    }
    long begin = Message.BEGIN.toEpochMilli();
    CachedResponse kept =
        CachedResponse.of(policy, request, response.status(), response, begin, begin);
    if (kept.storing() != Storing.STORED) {
      return "not kept: " + words(kept.storing()).replace(' ', '-');
    }
    boolean failing = then.startsWith(FAILING);
    Request later = Message.of(failing ? then.substring(FAILING.length()) : then).request();
    past = past(Lookup.of(later, false, policy));
    if (past != null) {
      return past;
    }
    return served(kept, response, later, begin + 1_000 * seconds, failing);
  }

  private String served(
      CachedResponse kept, Message response, Request later, long now, boolean failing) {
    RequestDirectives asked = policy.directivesOf(later);
    if (!kept.covers(policy, later)) {
      return asked.onlyIfCached() ? "504" : "miss";
    }
    Reuse reuse = kept.reuseFor(asked, now);
    if (reuse == Reuse.VALIDATE) {
      boolean good = failing && kept.isGoodWhileFailing(asked, now);
      return good ? "stale as it fails" : asked.onlyIfCached() ? "504" : "validate";
    }
    if (kept.isHadBy(later)) {
      return "not modified";
    }
    if (kept.rangeWantedBy(later) != null) {
      return "part";
    }
    return switch (reuse) {
      case FRESH -> "fresh" + without(kept, response);
      case STALE -> "stale";
      case STALE_WHILE_REVALIDATING -> "while revalidating";
      case VALIDATE -> throw new AssertionError("that was said above.");
    };
  }

  private static String without(CachedResponse kept, Message response) {
    String names =
        kept.unstored().stream()
            .filter(name -> !name.equals("age") && response.header(name) != null)
            .sorted((one, other) -> place(response, one) - place(response, other))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " without " + names;
  }

  private static int place(Message response, String name) {
    return response.fields().stream().map(field -> field.name()).toList().indexOf(name);
  }

  private static @Nullable String past(Lookup lookup) {
    return lookup == Lookup.CACHE ? null : "past: " + words(lookup);
  }

  private static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
