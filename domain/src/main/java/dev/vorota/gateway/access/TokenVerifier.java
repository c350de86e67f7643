package dev.vorota.gateway.access;

/** Verifies tokens. Never blocks and never throws. */
public interface TokenVerifier {

  /**
   * @param token a JWT in its compact form
   * @param audience what the token's {@code aud} must hold
   */
  Verification verify(String token, String audience);
}
