package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the responses of a route are kept.
 *
 * @param zone names the route: what one route keeps another one does not serve
 * @param methods those that are answered from what is kept: GET, or GET and HEAD
 * @param usualTtl how long a response is fresh where the origin says nothing of it; zero for as
 *     long as can be guessed
 * @param staleWhileRevalidate for how long beyond that it is served while a new one is fetched,
 *     where the origin says nothing of it
 * @param staleIfError for how long beyond that it is served while the origin fails, where the
 *     origin says nothing of it
 * @param mostBodyBytes how long a body may be that is kept
 * @param longestWait how long a request waits for another one that fetches the same
 * @param keyFields names of request fields, in lower case, that tell responses from each other
 *     beside those that the origin names in {@code Vary}
 * @param query which parameters of the query do
 * @param setCookie what is done with responses that set cookies
 * @param heedsClients whether clients may ask for a fresh response, or for none at all
 */
public record CachePolicy(
    String zone,
    Set<String> methods,
    Duration usualTtl,
    Duration staleWhileRevalidate,
    Duration staleIfError,
    int mostBodyBytes,
    Duration longestWait,
    List<String> keyFields,
    QueryKey query,
    SetCookie setCookie,
    boolean heedsClients) {

  /** What is done with a response that has {@code Set-Cookie}. */
  public enum SetCookie {
    /** It is not kept. */
    REFUSE,
    /** It is kept without its cookies; who it was fetched for gets them. */
    STRIP,
    /** It is kept with its cookies: all clients get the same. */
    KEEP
  }

  /** As long as a body may be where nothing else is said: 1 MiB. */
  public static final int USUAL_MOST_BODY_BYTES = 1 << 20;

  /** As long as a request waits for another one where nothing else is said. */
  public static final Duration USUAL_LONGEST_WAIT = Duration.ofSeconds(5);

  private static final int MOST_BODY_BYTES = 1 << 30;

  public CachePolicy {
    methods = Set.copyOf(methods);
    keyFields = List.copyOf(keyFields);
    if (!methods.contains("GET") || !Set.of("GET", "HEAD").containsAll(methods)) {
      throw new IllegalArgumentException("methods must be GET, or GET and HEAD: " + methods + ".");
    }
    if (mostBodyBytes < 0 || mostBodyBytes > MOST_BODY_BYTES) {
      throw new IllegalArgumentException(
          "mostBodyBytes must be from 0 to " + MOST_BODY_BYTES + ": " + mostBodyBytes + ".");
    }
    if (usualTtl.isNegative()
        || staleWhileRevalidate.isNegative()
        || staleIfError.isNegative()
        || longestWait.isNegative()) {
      throw new IllegalArgumentException(
          "times must not be negative: %s, %s, %s, %s."
              .formatted(usualTtl, staleWhileRevalidate, staleIfError, longestWait));
    }
  }

  /** What RFC 9111 says, and nothing beyond it. */
  public static CachePolicy of(String zone) {
    return new CachePolicy(
        zone,
        Set.of("GET", "HEAD"),
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        USUAL_MOST_BODY_BYTES,
        USUAL_LONGEST_WAIT,
        List.of(),
        QueryKey.WHOLE,
        SetCookie.REFUSE,
        true);
  }

  @Override
  public String toString() {
    return String.join(", ", methods.stream().sorted().toList())
        + ", bodies up to "
        + mostBodyBytes
        + " octets";
  }

  /** Whether a client does not want what comes for it to be kept. */
  public boolean forbidsStoring(Request request) {
    return directivesOf(request).noStore();
  }

  /** What a client asks of the cache, where it may. */
  public RequestDirectives directivesOf(Request request) {
    return heedsClients ? RequestDirectives.of(request) : RequestDirectives.NONE;
  }
}
