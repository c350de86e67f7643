package dev.vorota.gateway.cache;

import static dev.vorota.gateway.cache.DirectiveReader.ABSENT;
import static dev.vorota.gateway.cache.DirectiveReader.seconds;
import static dev.vorota.gateway.cache.DirectiveReader.stricter;

import dev.vorota.gateway.http.Request;
import org.jspecify.annotations.Nullable;

/** What a client asks of the caches on the way (RFC 9111, section 5.2.1). */
public final class RequestDirectives {

  /** A client that asks for nothing. */
  static final RequestDirectives NONE = new RequestDirectives();

  private boolean noCache;
  private boolean noStore;
  private boolean onlyIfCached;
  private long maxAge = ABSENT;
  private long maxStale = ABSENT;
  private long minFresh = ABSENT;
  private long staleIfError = ABSENT;

  private RequestDirectives() {}

  /** Reads {@code Cache-Control}, and {@code Pragma} where there is none (section 5.4). */
  static RequestDirectives of(Request request) {
    boolean controlled = request.header("cache-control") != null;
    boolean pragma = !controlled && request.header("pragma") != null;
    if (!controlled && !pragma) {
      return NONE;
    }
    RequestDirectives directives = new RequestDirectives();
    if (controlled) {
      DirectiveReader.read(request.headers("cache-control"), directives::take);
    } else {
      DirectiveReader.read(
          request.headers("pragma"),
          (name, argument) -> directives.noCache |= name.equals("no-cache"));
    }
    return directives;
  }

  boolean noCache() {
    return noCache;
  }

  /** Whether the response must not be kept. */
  public boolean noStore() {
    return noStore;
  }

  /** Whether the origin must not be asked. */
  public boolean onlyIfCached() {
    return onlyIfCached;
  }

  /** In seconds, or {@link DirectiveReader#ABSENT}, as all that follow. */
  long maxAge() {
    return maxAge;
  }

  long maxStale() {
    return maxStale;
  }

  long minFresh() {
    return minFresh;
  }

  /** RFC 5861, section 4. */
  long staleIfError() {
    return staleIfError;
  }

  private void take(String name, @Nullable String argument) {
    switch (name) {
      case "no-cache" -> noCache = true;
      case "no-store" -> noStore = true;
      case "only-if-cached" -> onlyIfCached = true;
      case "max-age" -> maxAge = stricter(maxAge, argument);
      case "max-stale" ->
          maxStale = argument == null ? DirectiveReader.MOST_SECONDS : stricter(maxStale, argument);
      case "min-fresh" -> minFresh = Math.max(minFresh, seconds(argument));
      case "stale-if-error" -> staleIfError = stricter(staleIfError, argument);
      default -> {} // what is not known means nothing (section 5.2.3)
    }
  }
}
