package dev.vorota.chat.token;

/** Signs tokens. May block when keys have to be read or made. */
public interface TokenIssuer {

  /** The token as a JWT in its compact form (RFC 7519). */
  String issue(AccessToken token);

  /** The token as a JWT in its compact form (RFC 7519). */
  String issue(RefreshToken token);
}
