package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.wire.Mutation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The parser says the same as {@link ReferenceRequest}, of whatever comes and however it is cut.
 */
class RequestHeadModelTest {

  @Property(tries = 10_000)
  void saysWhatTheModelSays(
      @ForAll("requests") String message, @ForAll @IntRange(min = 1, max = 60) int step) {
    assertSame(message, step);
  }

  /** What the property, or a run of a fuzzer, has found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "\r\rGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http://b HTTP/1.1\r\nHost: a\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nConnection:\r\n\r\n",
        "GET / HTTP/1.0\r\nHost: a:\r\nExpect: x\r\n\r\n",
      })
  void saysWhatTheModelSaysOfWhatWasFound(String message) {
    for (int step = 1; step <= message.length(); step++) {
      assertSame(message, step);
    }
  }

  @Provide
  Arbitrary<String> requests() {
    Arbitrary<String> methods =
        Arbitraries.of("GET", "GET", "POST", "OPTIONS", "CONNECT", "TRACE", "get", "M-X");
    Arbitrary<String> targets =
        Arbitraries.of(
            "/",
            "/a/b?c=d",
            "/a%2F..;x=y//?",
            "http://b/c?d",
            "HTTPS://b:80",
            "http://b?c",
            "http://u@b/",
            "http://[::1]:8080/",
            "*",
            "b:80",
            "");
    Arbitrary<String> versions =
        Arbitraries.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/1.12");
    Arbitrary<String> fields =
        Arbitraries.of(
            "Host: b.example:8080",
            "host:[::1]",
            "Content-Length: 5",
            "content-length:\t05 ",
            "Content-Length: 5, 5",
            "Transfer-Encoding: chunked",
            "TRANSFER-ENCODING:\tChunked",
            "Transfer-Encoding: gzip, chunked",
            "Connection: close",
            "Connection: a , Keep-Alive,,",
            "Expect: 100-Continue",
            "Expect: more",
            "Upgrade: websocket",
            "X-Empty:",
            "X: \t \u00e9 two  words\t ");
    return Combinators.combine(methods, targets, versions, fields.list().ofMaxSize(4))
        .as(
            (method, target, version, more) ->
                method
                    + " "
                    + target
                    + " "
                    + version
                    + "\r\nHost: a\r\n"
                    + String.join("\r\n", more)
                    + (more.isEmpty() ? "\r\n" : "\r\n\r\n")
                    + "the body")
        .flatMap(Mutation::of);
  }

  private static void assertSame(String message, int step) {
    ReferenceRequest expected = ReferenceRequest.read(message);
    assertThat(read(message, step)).isEqualTo(expected);
  }

  private static @Nullable ReferenceRequest read(String message, int step) {
    RequestHead head = new RequestHead(InetAddress.getLoopbackAddress(), 4_096, 20);
    ByteBuf in = Unpooled.copiedBuffer(message, ISO_8859_1);
    try {
      boolean whole = false;
      while (!whole && in.isReadable()) {
        ByteBuf piece = in.slice(in.readerIndex(), Math.min(step, in.readableBytes()));
        whole = head.read(piece);
        in.skipBytes(piece.readerIndex());
      }
      return whole ? said(head, in) : null;
    } catch (MalformedMessageException _) {
      return null;
    }
  }

  private static ReferenceRequest said(RequestHead head, ByteBuf rest) {
    List<String> fields =
        IntStream.range(0, head.fieldCount())
            .mapToObj(i -> head.name(i).toLowerCase(Locale.ROOT) + ": " + head.value(i))
            .toList();
    return new ReferenceRequest(
        head.method(),
        head.path(),
        head.query(),
        head.authority(),
        fields,
        head.framing().contentLength(),
        head.framing().isChunked(),
        head.keepsAlive(),
        head.expectsContinue(),
        rest.toString(ISO_8859_1));
  }
}
