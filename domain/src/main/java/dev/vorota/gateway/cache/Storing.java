package dev.vorota.gateway.cache;

import static dev.vorota.gateway.cache.DirectiveReader.ABSENT;

import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.http.Request;

/** Tells whether a response may be kept (RFC 9111, section 3), and is worth it. */
public enum Storing {
  /** It may. */
  STORED,
  /** The method is not GET. */
  METHOD,
  /** Its status says that it is no whole response, or one that asks for what is not known here. */
  STATUS,
  /** The client or the origin forbids it. */
  NO_STORE,
  /** It is for one client only. */
  PRIVATE,
  /** The request was authorized, and the origin does not allow it nonetheless (section 3.5). */
  AUTHORIZATION,
  /** The request has a cookie, and the origin does not say how long the response is fresh. */
  COOKIE,
  /** It sets a cookie. */
  SET_COOKIE,
  /** Nothing says that it may be kept. */
  NOT_ALLOWED,
  /** It varies by what no request tells. */
  VARY,
  /** It is stale, and nothing could be done with it. */
  USELESS;

  /** Whether it says more of who asked than of the response. */
  public boolean isAboutRequest() {
    return this == METHOD || this == AUTHORIZATION || this == COOKIE;
  }

  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;

  /**
   * @param request for which the response came
   */
  static Storing of(
      Request request,
      int status,
      Fields response,
      ResponseDirectives directives,
      CachePolicy policy) {
    if (!request.method().equals("GET")) {
      return METHOD;
    }
    if (status < 200 || status == PARTIAL_CONTENT || status == NOT_MODIFIED) {
      return STATUS;
    }
    if (directives.mustUnderstand() && !Statuses.isUnderstood(status)) {
      return STATUS;
    }
    if ((directives.noStore() && !directives.mustUnderstand()) || policy.forbidsStoring(request)) {
      return NO_STORE;
    }
    if (directives.isPrivate()) {
      return PRIVATE;
    }
    boolean explicit = Lifetime.isExplicit(directives, response);
    boolean shared =
        directives.isPublic() || directives.mustRevalidate() || directives.sharedMaxAge() != ABSENT;
    if (request.header("authorization") != null && !shared) {
      return AUTHORIZATION;
    }
    if (request.header("cookie") != null && !explicit && !policy.keyFields().contains("cookie")) {
      return COOKIE;
    }
    if (policy.setCookie() == CachePolicy.SetCookie.REFUSE
        && response.header("set-cookie") != null) {
      return SET_COOKIE;
    }
    return directives.isPublic() || explicit || Statuses.isHeuristicallyCacheable(status)
        ? STORED
        : NOT_ALLOWED;
  }
}
