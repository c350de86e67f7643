package dev.vorota.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFormsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", " indented", "two\nlines", "a\tb", "🐈", "a\u200db"})
  void takesText(String text) {
    assertThat(new MessageText(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "a\u0000b", "a\rb", "a\u001bb", "a\ud83d", "\udc00a"})
  void refusesText(String text) {
    assertThatThrownBy(() -> new MessageText(text)).isInstanceOf(ProblemException.class);
  }

  @Test
  void countsTextInCodePoints() {
    assertThat(new MessageText("🐈".repeat(4_000)).value()).hasSize(8_000);
    assertThatThrownBy(() -> new MessageText("a".repeat(4_001)))
        .hasMessage(
            "text must be 1 to 4000 characters, not all blank, without control characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "а", "a.b", "ab\n"})
  void refusesClientId(String id) {
    assertThatThrownBy(() -> new ClientMessageId(id)).isInstanceOf(ProblemException.class);
  }

  @Test
  void boundsClientId() {
    assertThat(new ClientMessageId("A-z_9".repeat(12) + "abcd").value()).hasSize(64);
    assertThatThrownBy(() -> new ClientMessageId("a".repeat(65)))
        .isInstanceOf(ProblemException.class);
  }
}
