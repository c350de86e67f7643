package dev.vorota.chat.account;

import java.util.UUID;

/** Identifies a user for ever; it is the {@code sub} of the user's tokens. */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
