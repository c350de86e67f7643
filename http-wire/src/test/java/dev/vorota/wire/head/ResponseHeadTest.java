package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

  @ParameterizedTest
  @CsvSource({
    "200, GET, true",
    "200, HEAD, false",
    "204, GET, false",
    "304, GET, false",
    "404, POST, true",
    "103, GET, false"
  })
  void knowsWhetherABodyFollows(int status, String method, boolean body) {
    ResponseHead head = read("HTTP/1.1 " + status + " Reason\r\n\r\n");

    assertThat(head.status()).isEqualTo(status);
    assertThat(head.hasBody(method)).isEqualTo(body);
  }

  @Test
  void knowsWhetherTheConnectionGoesOn() {
    assertThat(read("HTTP/1.1 200 OK\r\n\r\n").keepsAlive()).isTrue();
    assertThat(read("HTTP/1.1 200 OK\r\nConnection: foo, Close\r\n\r\n").keepsAlive()).isFalse();
    assertThat(read("HTTP/1.0 200 OK\r\n\r\n").keepsAlive()).isFalse();
    assertThat(read("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n\r\n").keepsAlive()).isTrue();
  }

  @Test
  void writesTheStatusLineAsItCame() {
    ByteBuf out = Unpooled.buffer();
    read("HTTP/1.0 404 Nothing here\r\n\r\n").writeStatusLine(out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("HTTP/1.1 404 Nothing here\r\n");

    out.clear();
    read("HTTP/1.1 200\r\n\r\n").writeStatusLine(out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("HTTP/1.1 200\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/2.0 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 200 O\0K\r\n\r\n",
        "200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void refusesWhatIsNoResponse(String message) {
    assertThatThrownBy(() -> read(message)).isInstanceOf(MalformedMessageException.class);
  }

  private static ResponseHead read(String message) {
    ResponseHead head = new ResponseHead(4_096, 20);
    assertThat(head.read(Unpooled.copiedBuffer(message, ISO_8859_1))).isTrue();
    return head;
  }
}
