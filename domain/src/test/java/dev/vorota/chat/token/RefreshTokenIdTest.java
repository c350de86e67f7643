package dev.vorota.chat.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokenIdTest {

  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @Test
  void isKeptAsItsSha256() {
    assertThat(new RefreshTokenId(ID).digest())
        .hasSize(64)
        .matches("[0-9a-f]+")
        .isEqualTo(new RefreshTokenId(ID).digest())
        .isNotEqualTo(new RefreshTokenId(UUID.randomUUID()).digest());
  }

  @Test
  void hidesItself() {
    assertThat(new RefreshTokenId(ID).toString()).doesNotContain("0001");
  }
}
