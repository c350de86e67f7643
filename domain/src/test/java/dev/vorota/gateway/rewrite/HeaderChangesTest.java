package dev.vorota.gateway.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.gateway.http.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderChangesTest {

  @Test
  void removesWhatItSets() {
    HeaderChanges changes =
        HeaderChanges.of(
            List.of(new Header("x-a", "1")), List.of(new Header("x-b", "2")), List.of("x-c"));

    assertThat(changes.removed()).containsExactly("x-a", "x-c");
    assertThat(changes.written()).containsExactly(new Header("x-a", "1"), new Header("x-b", "2"));
    assertThat(changes.isEmpty()).isFalse();
    assertThat(HeaderChanges.NONE.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X-A", "x a", "content-length", "transfer-encoding", "host", "x:"})
  void refusesNamesThatItMayNotChange(String name) {
    assertThatThrownBy(() -> HeaderChanges.of(List.of(), List.of(), List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb: c", "a\nb", "\u0000", "é"})
  void refusesValuesThatCantStandInAHead(String value) {
    assertThatThrownBy(
            () -> HeaderChanges.of(List.of(new Header("x-a", value)), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
