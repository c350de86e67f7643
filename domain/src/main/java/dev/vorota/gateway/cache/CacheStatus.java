package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.Header;

/** What {@code Cache-Status} tells of how the cache handled a request (RFC 9211). */
public final class CacheStatus {

  /** The request went past the cache. */
  public static final Header BYPASS = of("fwd=bypass");

  /** It has a method that the cache does not answer. */
  public static final Header METHOD = of("fwd=method");

  /** Nothing is kept of the resource. */
  public static final Header URI_MISS = of("fwd=uri-miss");

  /** What is kept of it is for other requests. */
  public static final Header VARY_MISS = of("fwd=vary-miss");

  /** What is kept has to be validated. */
  public static final Header STALE = of("fwd=stale");

  /** The client wants what comes from the origin. */
  public static final Header REQUEST = of("fwd=request");

  private static final String NAME = "cache-status";
  private static final String CACHE = "vorota; ";

  private CacheStatus() {}

  /** The request was answered with what was kept. */
  public static Header hit(long ttl) {
    return of("hit; ttl=" + ttl);
  }

  /** It was answered with what was kept and is stale, as the origin fails. */
  public static Header staleOnError(long ttl) {
    return of("hit; ttl=" + ttl + "; detail=stale-if-error");
  }

  /**
   * What the origin answered is kept.
   *
   * @param forwarded why it was asked
   * @param status what it answered with
   */
  public static Header stored(Header forwarded, int status) {
    return new Header(NAME, forwarded.value() + "; fwd-status=" + status + "; stored");
  }

  /**
   * What the origin answered is not kept.
   *
   * @param forwarded why it was asked
   * @param status what it answered with
   */
  public static Header passed(Header forwarded, int status) {
    return new Header(NAME, forwarded.value() + "; fwd-status=" + status);
  }

  /**
   * The request waited for another one that asked for the same.
   *
   * @param forwarded why the origin was asked
   */
  public static Header collapsed(Header forwarded) {
    return new Header(NAME, forwarded.value() + "; collapsed");
  }

  /** The client wants nothing that comes from the origin, and nothing is kept. */
  public static Header onlyIfCached() {
    return of("detail=only-if-cached");
  }

  private static Header of(String parameters) {
    return new Header(NAME, CACHE + parameters);
  }
}
