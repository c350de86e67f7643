package dev.vorota.gateway.cache;

/** What the statuses mean to a cache. */
final class Statuses {

  private Statuses() {}

  /** Whether it may be kept without a word about it from the origin (RFC 9110, section 15.1). */
  static boolean isHeuristicallyCacheable(int status) {
    return switch (status) {
      case 200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501 -> true;
      default -> false;
    };
  }

  /** Whether a time that the route declares is good for it: errors are not kept for that long. */
  static boolean mayHaveDeclaredTime(int status) {
    return status < 400 && isHeuristicallyCacheable(status);
  }

  /** Whether what it asks of caches is known here (RFC 9111, section 5.2.2.3). */
  static boolean isUnderstood(int status) {
    return switch (status) {
      case 200, 203, 204, 300, 301, 302, 303, 307, 308 -> true;
      case 400, 401, 403, 404, 405, 406, 410, 414, 415, 429, 451 -> true;
      case 500, 501, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** Whether it means that the origin can't answer (RFC 5861, section 4). */
  static boolean isOriginFailure(int status) {
    return status == 500 || status == 502 || status == 503 || status == 504;
  }
}
