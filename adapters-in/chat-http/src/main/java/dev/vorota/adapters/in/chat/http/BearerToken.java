package dev.vorota.adapters.in.chat.http;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The token in an {@code Authorization} field (RFC 6750, section 2.1). */
final class BearerToken {

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /**
   * @throws ProblemException 401 where there is none
   */
  static String of(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new ProblemException(
          Problem.of(
              "token-required",
              401,
              "A token is required",
              "The request must carry \"Authorization: Bearer\" and a token."));
    }
    return authorization.substring(SCHEME.length()).strip();
  }
}
