package dev.vorota.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormsTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a.b", "0_0", "anna-maria", "abcdefghijklmnopqrstuvwxyz012345"})
  void takesUsername(String name) {
    assertThat(new Username(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "Anna",
        "-ab",
        ".ab",
        "a b",
        "abc\n",
        "аbc", // the first letter is Cyrillic
        "abc\u200b",
        "abcdefghijklmnopqrstuvwxyz0123456"
      })
  void refusesUsername(String name) {
    assertRefused("username", name, Username::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Анна Мария", "猫", "Zoë 🐈", "O'Neil"})
  void takesDisplayName(String name) {
    assertThat(new DisplayName(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "a  b",
        "a\u00a0b", // no-break space
        "a\u2003b", // em space
        "a\u3000b", // ideographic space
        "a\u200bb", // zero-width space
        "a\u202eb", // right-to-left override
        "a\u0000b",
        "a\nb",
        "a\ud800b", // half of a pair
        "\ue000" // private use
      })
  void refusesDisplayName(String name) {
    assertRefused("display_name", name, DisplayName::new);
  }

  @Test
  void countsDisplayNameInCodePoints() {
    assertThat(new DisplayName("🐈".repeat(64)).value()).hasSize(128);
    assertRefused("display_name", "🐈".repeat(65), DisplayName::new);
  }

  @Test
  void composesWhatLooksTheSame() {
    assertThat(new DisplayName("e\u0301")).isEqualTo(new DisplayName("\u00e9"));
    assertThat(new Password("passwe\u0301rd")).isEqualTo(new Password("passw\u00e9rd"));
  }

  @Test
  void boundsPasswordInCodePoints() {
    assertThat(new Password("🐈".repeat(8)).value()).hasSize(16);
    assertThat(new Password("a".repeat(128)).value()).hasSize(128);
    assertPasswordRefused("1234567");
    assertPasswordRefused("a".repeat(129));
    assertPasswordRefused("12345678\ud800");
  }

  @Test
  void hidesSecrets() {
    assertThat(new Password("long enough").toString()).isEqualTo("Password[…]");
    assertThat(new PasswordHash("$argon2id$").toString()).isEqualTo("PasswordHash[…]");
  }

  private static void assertPasswordRefused(String password) {
    assertThatThrownBy(() -> new Password(password))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problem().violations())
                    .containsExactly(new Violation("password", "…", "8 to 128 characters")));
  }

  private static void assertRefused(String field, String value, Function<String, ?> form) {
    assertThatThrownBy(() -> form.apply(value))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              assertThat(e.problem().kind()).isEqualTo("invalid-input");
              assertThat(e.problem().violations())
                  .singleElement()
                  .satisfies(violation -> assertThat(violation.field()).isEqualTo(field));
            });
  }
}
