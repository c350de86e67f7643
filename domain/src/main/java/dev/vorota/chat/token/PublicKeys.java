package dev.vorota.chat.token;

/** Tells everybody how to verify the chat's tokens. May block when keys have to be read or made. */
@FunctionalInterface
public interface PublicKeys {

  /** The keys that verify, and those that will soon, as a JWK Set (RFC 7517, section 5). */
  String jwks();
}
