package dev.vorota.gateway.cache;

import static dev.vorota.gateway.cache.DirectiveReader.ABSENT;
import static dev.vorota.gateway.cache.DirectiveReader.MOST_SECONDS;

import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.http.HttpDate;
import java.time.Duration;
import java.util.List;

/** For how long a response is fresh, from when the origin made it (RFC 9111, section 4.2.1). */
final class Lifetime {

  /** The most that is guessed (section 4.2.2). */
  static final long MOST_GUESSED_SECONDS = Duration.ofDays(1).toSeconds();

  private static final int GUESSED_SHARE = 10;

  private Lifetime() {}

  /** Whether the origin says how long it is fresh, be it badly. */
  static boolean isExplicit(ResponseDirectives directives, Fields response) {
    return directives.maxAge() != ABSENT
        || directives.sharedMaxAge() != ABSENT
        || (!directives.isTargeted() && response.header("expires") != null);
  }

  /**
   * In seconds; 0 where it is stale from the beginning.
   *
   * @param date when the origin made it, in seconds since 1970
   * @param usual what holds where the origin says nothing
   */
  static long of(
      int status, Fields response, ResponseDirectives directives, long date, Duration usual) {
    if (directives.sharedMaxAge() != ABSENT) {
      return directives.sharedMaxAge();
    }
    if (directives.maxAge() != ABSENT) {
      return directives.maxAge();
    }
    if (isExplicit(directives, response)) {
      return untilExpiry(response.headers("expires"), date);
    }
    if (usual.isPositive() && Statuses.mayHaveDeclaredTime(status)) {
      return usual.toSeconds();
    }
    return Statuses.isHeuristicallyCacheable(status) || directives.isPublic()
        ? guessed(response, date)
        : 0;
  }

  /** A date that is none, {@code 0} above all, means the past (section 5.3). */
  private static long untilExpiry(List<String> expires, long date) {
    long expiry = expires.size() == 1 ? HttpDate.parse(expires.getFirst()) : HttpDate.NONE;
    return expiry == HttpDate.NONE ? 0 : Math.clamp(expiry - date, 0, MOST_SECONDS);
  }

  /** What has not changed for long is not likely to change soon. */
  private static long guessed(Fields response, long date) {
    String modified = response.header("last-modified");
    long lastModified = modified == null ? HttpDate.NONE : HttpDate.parse(modified);
    return lastModified == HttpDate.NONE
        ? 0
        : Math.clamp((date - lastModified) / GUESSED_SHARE, 0, MOST_GUESSED_SECONDS);
  }
}
