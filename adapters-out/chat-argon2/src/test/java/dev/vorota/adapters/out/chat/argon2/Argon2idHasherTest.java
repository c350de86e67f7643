package dev.vorota.adapters.out.chat.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.account.Password;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.PasswordHasher;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class Argon2idHasherTest {

  private static final Password PASSWORD = new Password("пароль с пробелами 🐈");

  private final PasswordHasher hasher =
      new Argon2idHasher(Argon2Cost.RECOMMENDED, new Turnstile(2, 2), new SecureRandom());

  @Test
  void matchesThePasswordThatWasHashedAndNoOther() {
    PasswordHash hash = hasher.hash(PASSWORD);

    assertThat(hasher.matches(PASSWORD, hash)).isTrue();
    assertThat(hasher.matches(new Password("пароль с пробелами 🐕"), hash)).isFalse();
    assertThat(hasher.matches(PASSWORD, null)).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
  }

  @Test
  void writesThePhcStringFormat() {
    assertThat(hasher.hash(PASSWORD).value())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  /** Made by the reference implementation: {@code argon2 somesalt -id -t 2 -k 256 -p 1 -e}. */
  @Test
  void readsHashesOfTheReferenceImplementationWithTheirOwnCost() {
    PasswordHash reference =
        new PasswordHash(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");

    assertThat(hasher.matches(new Password("password"), reference)).isTrue();
    assertThat(hasher.matches(new Password("passwort"), reference)).isFalse();
  }

  @Test
  void refusesHashesOfOtherKinds() {
    assertThatThrownBy(() -> hasher.matches(PASSWORD, new PasswordHash("$2b$10$abc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be of Argon2id")
        .hasMessageNotContaining("abc");
  }
}
