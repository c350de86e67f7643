package dev.vorota.adapters.out.compression;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.github.luben.zstd.util.Native;
import dev.vorota.gateway.http.ContentCoding;
import io.netty.buffer.ByteBufAllocator;

/** Makes the compressors of the codings. Safe to call from every thread. */
public final class Encoders {

  private final ByteBufAllocator allocator;

  private Encoders(ByteBufAllocator allocator) {
    this.allocator = allocator;
  }

  /** The compressors whose libraries are loaded when they are first needed. */
  public static Encoders of(ByteBufAllocator allocator) {
    return new Encoders(allocator);
  }

  /**
   * Loads the libraries that compress, so that no request has to wait for them.
   *
   * @throws UnsatisfiedLinkError if there is none for this system
   */
  public void prepare() {
    Brotli4jLoader.ensureAvailability();
    Native.load();
  }

  ByteBufAllocator allocator() {
    return allocator;
  }

  Encoder open(ContentCoding coding) {
    return switch (coding) {
      case ZSTD -> new ZstdEncoder(allocator);
      case BROTLI -> {
        Brotli4jLoader.ensureAvailability();
        yield new BrotliEncoder(allocator);
      }
      case GZIP -> new GzipEncoder(allocator);
      case IDENTITY -> throw new IllegalArgumentException("identity compresses nothing.");
    };
  }
}
