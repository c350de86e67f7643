package dev.vorota.chat.account;

import java.util.UUID;

/** Identifies one login; it is the {@code sid} of the tokens that come from it. */
public record SessionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
