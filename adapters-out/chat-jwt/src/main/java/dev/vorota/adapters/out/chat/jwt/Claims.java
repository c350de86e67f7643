package dev.vorota.adapters.out.chat.jwt;

/** The names that the tokens use. */
final class Claims {

  static final String ISSUER = "vorota-chat";
  static final String ACCESS_AUDIENCE = "vorota";
  static final String REFRESH_AUDIENCE = "vorota-refresh";

  /** The user's name, as MicroProfile JWT calls it. */
  static final String USERNAME = "upn";

  /** The user's roles, as MicroProfile JWT calls them. */
  static final String GROUPS = "groups";

  /** The session, as OpenID Connect calls it. */
  static final String SESSION = "sid";

  private Claims() {}
}
