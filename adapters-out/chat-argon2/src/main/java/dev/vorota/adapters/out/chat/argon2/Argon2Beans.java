package dev.vorota.adapters.out.chat.argon2;

import dev.vorota.chat.account.PasswordHasher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Offers the hasher to the app. */
@Singleton
final class Argon2Beans {

  /** At about 50 ms for a hash, the last in the queue waits for some seconds. */
  private static final int QUEUE = 64;

  @Produces
  @Singleton
  PasswordHasher passwordHasher() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Argon2idHasher(
        Argon2Cost.RECOMMENDED, new Turnstile(processors, QUEUE), new SecureRandom());
  }
}
