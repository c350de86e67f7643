package dev.vorota.adapters.out.chat.argon2;

import dev.vorota.chat.account.Password;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** Hashes with a salt of 16 bytes into 32 bytes, a few at a time. */
final class Argon2idHasher implements PasswordHasher {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2Cost cost;
  private final Turnstile turnstile;
  private final SecureRandom random;

  Argon2idHasher(Argon2Cost cost, Turnstile turnstile, SecureRandom random) {
    this.cost = cost;
    this.turnstile = turnstile;
    this.random = random;
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = salt();
    return new PhcString(cost, salt, generate(password, cost, salt, HASH_BYTES)).format();
  }

  @Override
  public boolean matches(Password password, @Nullable PasswordHash hash) {
    if (hash == null) {
      generate(password, cost, salt(), HASH_BYTES);
      return false;
    }
    PhcString stored = PhcString.parse(hash);
    return MessageDigest.isEqual(
        stored.hash(), generate(password, stored.cost(), stored.salt(), stored.hash().length));
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private byte[] generate(Password password, Argon2Cost cost, byte[] salt, int length) {
    return turnstile.pass(
        () -> {
          Argon2BytesGenerator generator = new Argon2BytesGenerator();
          generator.init(
              new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                  .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                  .withMemoryAsKB(cost.memory())
                  .withIterations(cost.passes())
                  .withParallelism(cost.lanes())
                  .withSalt(salt)
                  .build());
          byte[] hash = new byte[length];
          generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash);
          return hash;
        });
  }
}
