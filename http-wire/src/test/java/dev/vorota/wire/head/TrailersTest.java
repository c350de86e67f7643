package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailersTest {

  @Test
  void areWrittenAsTheyCameWithoutThoseThatAreRemoved() {
    assertThat(written("X-Sum:  1\r\nx-mine: 2\r\nX-Mine: 3\r\nX-More:\r\n\r\n", "x-mine"))
        .isEqualTo("X-Sum:  1\r\nX-More:\r\n");
  }

  @Test
  void areWrittenOneAndAll() {
    assertThat(written("X-Sum: 1\r\nX-More: 2\r\nX-Most: 3\r\n\r\n", ""))
        .isEqualTo("X-Sum: 1\r\nX-More: 2\r\nX-Most: 3\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length",
        "transfer-encoding",
        "HOST",
        "Authorization",
        "Set-Cookie",
        "Connection",
        "TE",
        "Content-Type",
        "Cache-Control",
        "If-Match",
        "X-Forwarded-For",
        "Via",
        "Trailer"
      })
  void leaveOutWhatMayNotFollowABody(String name) {
    assertThat(written(name + ": x\r\nX-Sum: 1\r\n\r\n", "")).isEqualTo("X-Sum: 1\r\n");
  }

  private static String written(String text, String removed) {
    Trailers trailers = new Trailers();
    assertThat(trailers.read(Unpooled.copiedBuffer(text, ISO_8859_1))).isTrue();
    ByteBuf out = Unpooled.buffer();
    trailers.write(out, List.of(removed));
    return out.toString(ISO_8859_1);
  }
}
