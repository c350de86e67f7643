package dev.vorota.chat.token;

/** Reads tokens that the chat has signed itself. May block when keys have to be read. */
public interface TokenReader {

  /**
   * @param jwt the token in its compact form (RFC 7519)
   * @throws dev.vorota.problem.ProblemException 401 {@code invalid-token} for one that is not an
   *     access token of the chat, or has expired
   */
  AccessToken access(String jwt);

  /**
   * @param jwt the token in its compact form (RFC 7519)
   * @throws dev.vorota.problem.ProblemException 401 {@code invalid-token} for one that is not a
   *     refresh token of the chat, or has expired
   */
  RefreshToken refresh(String jwt);
}
