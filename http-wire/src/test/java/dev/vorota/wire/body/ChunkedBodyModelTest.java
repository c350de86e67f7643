package dev.vorota.wire.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.wire.Mutation;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reader says the same as {@link ReferenceChunks}, of whatever comes and however it is cut. */
class ChunkedBodyModelTest {

  private static final String GOOD =
      "5\r\nhello\r\n00a ; x=\"y\"\r\n0123456789\r\n1;\r\n!\r\n000;z\r\nX: a\r\nY:\r\n\r\nGET /next";

  @Property(tries = 10_000)
  void saysWhatTheModelSays(
      @ForAll("bodies") String message, @ForAll @IntRange(min = 1, max = 30) int step) {
    assertThat(read(message, step, message.length())).isEqualTo(ReferenceChunks.read(message));
  }

  @Test
  void saysTheSameWhereverItIsCut() {
    ReferenceChunks expected = ReferenceChunks.read(GOOD);
    assertThat(expected).isNotNull();
    for (int cut = 1; cut < GOOD.length(); cut++) {
      assertThat(read(GOOD, cut, GOOD.length())).isEqualTo(expected);
      assertThat(read(GOOD, GOOD.length(), cut))
          .isEqualTo(ReferenceChunks.read(GOOD.substring(0, cut)));
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> sizes =
        Arbitraries.of("4", "004", "4;a", "4 ;a=b", "4\t;", "4;", "4 ", "04;\"\u00e9\"");
    Arbitrary<String> lasts = Arbitraries.of("0", "000", "0;x");
    Arbitrary<String> trailers =
        Arbitraries.of("", "", "X: y\r\n", "X:\t \r\nx: z\r\n", "X : y\r\n", "X: y\r\n z\r\n");
    return Combinators.combine(sizes.list().ofMaxSize(3), lasts, trailers)
        .as(
            (chunks, last, after) -> {
              StringBuilder message = new StringBuilder();
              chunks.forEach(size -> message.append(size).append("\r\nd\r\na\r\n"));
              return message.append(last).append("\r\n" + after + "\r\n0\r\n\r\n").toString();
            })
        .flatMap(Mutation::of);
  }

  private static @Nullable ReferenceChunks read(String message, int step, int length) {
    ByteBuf in = Unpooled.copiedBuffer(message.substring(0, length), ISO_8859_1);
    BodyReader reader = new ChunkedBodyReader();
    StringBuilder body = new StringBuilder();
    boolean whole = false;
    try {
      while (!whole && in.isReadable()) {
        ByteBuf piece = in.slice(in.readerIndex(), Math.min(step, in.readableBytes()));
        whole =
            reader.read(
                piece,
                data -> {
                  body.append(data.toString(ISO_8859_1));
                  data.release();
                });
        in.skipBytes(piece.readerIndex());
      }
    } catch (MalformedMessageException _) {
      return null;
    }
    return whole
        ? new ReferenceChunks(body.toString(), lines(reader.trailers()), in.toString(ISO_8859_1))
        : null;
  }

  private static List<String> lines(@Nullable Trailers trailers) {
    if (trailers == null) {
      return List.of();
    }
    return IntStream.range(0, trailers.fieldCount())
        .mapToObj(i -> trailers.name(i) + ":" + trailers.value(i))
        .toList();
  }
}
