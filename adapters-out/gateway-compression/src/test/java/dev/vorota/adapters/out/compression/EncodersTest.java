package dev.vorota.adapters.out.compression;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import dev.vorota.gateway.http.ContentCoding;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was compressed is what comes out again, whatever the pieces were. */
class EncodersTest {

  private static final Encoders ENCODERS = Encoders.of(UnpooledByteBufAllocator.DEFAULT);

  /**
   * A piece of a body.
   *
   * @param varied whether it is hard to compress
   */
  record Piece(int length, boolean varied, boolean direct, boolean flushed) {

    ByteBuf octets(Random random) {
      byte[] octets = new byte[length];
      if (varied) {
        random.nextBytes(octets);
      }
      return direct
          ? Unpooled.directBuffer(Math.max(1, length)).writeBytes(octets)
          : Unpooled.wrappedBuffer(octets);
    }
  }

  @Property(tries = 200)
  void giveBackEveryBody(
      @ForAll("codings") ContentCoding coding, @ForAll("pieces") List<Piece> pieces)
      throws IOException {
    Random random = new Random(1);
    ByteBuf plain = Unpooled.buffer();
    ByteBuf coded = Unpooled.buffer();
    try (Encoder encoder = ENCODERS.open(coding)) {
      for (Piece piece : pieces) {
        ByteBuf octets = piece.octets(random);
        plain.writeBytes(octets.duplicate());
        encoder.write(octets, out -> append(coded, out));
        octets.release();
        if (piece.flushed()) {
          encoder.flush(out -> append(coded, out));
        }
      }
      encoder.finish(out -> append(coded, out));
    }
    assertThat(decoded(coding, coded).readAllBytes()).isEqualTo(ByteBufUtil.getBytes(plain));
  }

  @ParameterizedTest
  @EnumSource(names = "IDENTITY", mode = EnumSource.Mode.EXCLUDE)
  void letOutAllThatWasTakenWhenTheyAreFlushed(ContentCoding coding) throws IOException {
    ByteBuf coded = Unpooled.buffer();
    byte[] text = "what the client is to see now".repeat(9).getBytes(US_ASCII);
    try (Encoder encoder = ENCODERS.open(coding)) {
      encoder.write(Unpooled.wrappedBuffer(text), out -> append(coded, out));
      encoder.flush(out -> append(coded, out));
      try (InputStream decoded = decoded(coding, coded)) {
        // one by one, as brotli's decoder looks for more before it hands out several
        for (byte octet : text) {
          assertThat((byte) decoded.read()).isEqualTo(octet);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "IDENTITY", mode = EnumSource.Mode.EXCLUDE)
  void canBeClosedBeforeTheEnd(ContentCoding coding) {
    Encoder encoder = ENCODERS.open(coding);
    encoder.write(Unpooled.wrappedBuffer(new byte[100_000]), ByteBuf::release);
    encoder.close();
    encoder.close();
  }

  @Provide
  Arbitrary<ContentCoding> codings() {
    return Arbitraries.of(ContentCoding.ZSTD, ContentCoding.BROTLI, ContentCoding.GZIP);
  }

  @Provide
  Arbitrary<List<Piece>> pieces() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 200_000)),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Piece::new)
        .list()
        .ofMaxSize(6);
  }

  private static void append(ByteBuf to, ByteBuf out) {
    to.writeBytes(out);
    out.release();
  }

  private static InputStream decoded(ContentCoding coding, ByteBuf coded) throws IOException {
    InputStream in = new ByteBufInputStream(coded.duplicate());
    return switch (coding) {
      case ZSTD -> new ZstdInputStream(in);
      case BROTLI -> {
        BrotliInputStream brotli = new BrotliInputStream(in);
        brotli.enableEagerOutput();
        yield brotli;
      }
      case GZIP -> new GZIPInputStream(in);
      case IDENTITY -> in;
    };
  }
}
