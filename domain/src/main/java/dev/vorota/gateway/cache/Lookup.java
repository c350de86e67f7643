package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.Request;

/** What the cache can do for a request before it looks at what is kept. */
public enum Lookup {
  /** It may be answered from what is kept, and what comes for it may be kept. */
  CACHE,
  /** It goes past the cache. */
  BYPASS,
  /** It goes past the cache for its method. */
  METHOD,
  /** It changes what it is about, as far as can be known (RFC 9110, section 9.2.1). */
  UNSAFE;

  /**
   * @param hasBody whether a body comes with it, which is no part of the key
   */
  public static Lookup of(Request request, boolean hasBody, CachePolicy policy) {
    if (isUnsafe(request.method())) {
      return UNSAFE;
    }
    if (!policy.methods().contains(request.method())) {
      return METHOD;
    }
    boolean beyond =
        hasBody
            || request.authority() == null
            || request.isWebSocketUpgrade()
            || isForOrigin(request)
            || Unkeyed.isIn(request, policy);
    return beyond ? BYPASS : CACHE;
  }

  /** Whether a request with this method changes what it is about, as far as can be known. */
  public static boolean isUnsafe(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
      default -> true;
    };
  }

  /** Whether it has conditions that only the origin can tell (RFC 9111, section 4.3.2). */
  private static boolean isForOrigin(Request request) {
    return request.header("if-match") != null || request.header("if-unmodified-since") != null;
  }
}
