package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;

/** What a client is told that wants what is kept only. */
public final class CacheProblems {

  /** RFC 9111, section 5.2.1.7. */
  public static final Response NOT_KEPT =
      Response.of(
          Problem.of(
              "not-kept",
              504,
              "Not kept",
              "Cache-Control asks for what is kept only, and nothing is kept that may be used."));

  private CacheProblems() {}
}
