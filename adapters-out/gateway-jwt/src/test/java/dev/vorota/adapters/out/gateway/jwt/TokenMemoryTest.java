package dev.vorota.adapters.out.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenMemoryTest {

  private final TokenMemory<Integer> memory = new TokenMemory<>(100);

  @Test
  void remembersAtLeastItsSize() {
    putFrom(0, 250);

    for (int i = 150; i < 250; i++) {
      assertThat(memory.get("token " + i)).isEqualTo(i);
    }
  }

  @Test
  void keepsNoMoreThanTwiceItsSize() {
    for (int i = 0; i < 100; i++) {
      putFrom(i * 100, (i + 1) * 100);
      assertThat(memory.size()).isLessThanOrEqualTo(201);
    }
  }

  @Test
  void keepsWhatIsAskedFor() {
    memory.put("favourite", 1);
    for (int i = 0; i < 1_000; i++) {
      memory.put("token " + i, i);
      assertThat(memory.get("favourite")).isEqualTo(1);
    }
  }

  private void putFrom(int from, int to) {
    for (int i = from; i < to; i++) {
      memory.put("token " + i, i);
    }
  }
}
