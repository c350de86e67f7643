package dev.vorota.application.chat.account;

import dev.vorota.chat.account.Password;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.PasswordHasher;
import org.jspecify.annotations.Nullable;

/** Counts how often the slow work would be done. */
final class WatchedHasher implements PasswordHasher {

  private int work;

  int work() {
    return work;
  }

  @Override
  public PasswordHash hash(Password password) {
    work++;
    return new PasswordHash("hash of " + password.value());
  }

  @Override
  public boolean matches(Password password, @Nullable PasswordHash hash) {
    work++;
    return hash != null && hash.value().equals("hash of " + password.value());
  }
}
