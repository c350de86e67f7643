package dev.vorota.wire.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.wire.head.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

  private static final String NEXT = "GET /next";

  @Property(tries = 300)
  void joinsChunksHoweverTheyAreCut(
      @ForAll @Size(max = 6) List<@AlphaChars @StringLength(min = 1, max = 30) String> chunks,
      @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 9) Integer> cuts) {
    StringBuilder message = new StringBuilder();
    for (String chunk : chunks) {
      message.append(Integer.toHexString(chunk.length())).append(";ext=1\r\n");
      message.append(chunk).append("\r\n");
    }
    message.append("0\r\nX-Trailer: dropped\r\n\r\n").append(NEXT);
    ByteBuf in = Unpooled.copiedBuffer(message, ISO_8859_1);
    BodyReader reader = new ChunkedBodyReader();
    StringBuilder body = new StringBuilder();
    boolean ended = false;
    for (int cut : cuts) {
      if (!ended) {
        ByteBuf piece = in.slice(in.readerIndex(), Math.min(cut, in.readableBytes()));
        ended = read(reader, piece, body);
        in.skipBytes(piece.readerIndex());
      }
    }
    ended = ended || read(reader, in, body);

    assertThat(ended).isTrue();
    assertThat(body).hasToString(String.join("", chunks));
    assertThat(in.toString(ISO_8859_1)).isEqualTo(NEXT);
  }

  @Test
  void stopsWhereALengthEnds() {
    ByteBuf in = Unpooled.copiedBuffer("body" + NEXT, ISO_8859_1);
    StringBuilder body = new StringBuilder();

    assertThat(read(new FixedLengthBodyReader(4), in, body)).isTrue();
    assertThat(body).hasToString("body");
    assertThat(in.toString(ISO_8859_1)).isEqualTo(NEXT);
  }

  @Test
  void goesOnUntilTheConnectionEnds() {
    BodyReader reader = new UntilCloseBodyReader();
    StringBuilder body = new StringBuilder();

    assertThat(read(reader, Unpooled.copiedBuffer("all of it", ISO_8859_1), body)).isFalse();
    assertThat(reader.endsWithConnection()).isTrue();
    assertThat(body).hasToString("all of it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n",
        "g\r\n",
        "-1\r\n",
        "0x1\r\n",
        "1\n",
        "1\r\rX",
        "1\r\nab\r\n",
        "1\r\na\n",
        "1;\n",
        "1111111111111111\r\n",
        "0\r\nX: y\n",
        "0\r\n\rX",
      })
  void refusesBrokenChunks(String message) {
    assertThatThrownBy(
            () ->
                read(
                    new ChunkedBodyReader(),
                    Unpooled.copiedBuffer(message, ISO_8859_1),
                    new StringBuilder()))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void boundsExtensionsAndTrailers() {
    for (String start : List.of("1;", "0\r\nX: ")) {
      ByteBuf in = Unpooled.copiedBuffer(start + "x".repeat(10_000), ISO_8859_1);
      assertThatThrownBy(() -> read(new ChunkedBodyReader(), in, new StringBuilder()))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  private static boolean read(BodyReader reader, ByteBuf in, StringBuilder body) {
    return reader.read(
        in,
        piece -> {
          body.append(piece.toString(ISO_8859_1));
          piece.release();
        });
  }
}
