package dev.vorota.adapters.out.chat.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the chunks of a WebP file (RFC 9649). The picture's own size is told by its bitstream;
 * where an extended header tells another, a decoder might believe either, so neither is believed.
 */
final class WebpFile {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int LOSSY = FourCc.of("VP8 ");
  private static final int LOSSLESS = FourCc.of("VP8L");
  private static final int EXTENDED = FourCc.of("VP8X");
  private static final int FRAME = FourCc.of("ANMF");
  private static final int ANIMATED = 0x02;

  private @Nullable PictureHeader canvas;
  private @Nullable PictureHeader bitstream;

  private WebpFile() {}

  static PictureHeader header(ByteBuffer file) throws CorruptPictureException {
    ByteBuffer littleEndian = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    long end = CHUNK_HEADER + Integer.toUnsignedLong(littleEndian.getInt(4));
    if (end < RIFF_HEADER || end > littleEndian.limit()) {
      throw endsTooEarly();
    }
    littleEndian.limit((int) end).position(RIFF_HEADER);
    return new WebpFile().walk(littleEndian);
  }

  private PictureHeader walk(ByteBuffer chunks) throws CorruptPictureException {
    while (chunks.remaining() >= CHUNK_HEADER) {
      int type = Integer.reverseBytes(chunks.getInt());
      int length = chunks.getInt();
      if (length < 0 || length > chunks.remaining()) {
        throw endsTooEarly();
      }
      chunk(type, chunks.slice(chunks.position(), length).order(ByteOrder.LITTLE_ENDIAN));
      // A chunk of odd length is padded with one byte.
      chunks.position(Math.min(chunks.position() + length + (length & 1), chunks.limit()));
    }
    if (bitstream == null) {
      throw new CorruptPictureException("the WebP has no picture");
    }
    if (canvas != null && !canvas.equals(bitstream)) {
      throw new CorruptPictureException("the WebP tells two sizes");
    }
    return bitstream;
  }

  private void chunk(int type, ByteBuffer content) throws CorruptPictureException {
    if (type == EXTENDED) {
      canvas = extended(content);
    } else if (type == FRAME) {
      throw animated();
    } else if (type == LOSSY || type == LOSSLESS) {
      if (bitstream != null) {
        throw new CorruptPictureException("the WebP has two pictures");
      }
      bitstream = type == LOSSY ? lossy(content) : lossless(content);
    }
  }

  /** RFC 9649, section 2.7. */
  private static PictureHeader extended(ByteBuffer content) throws CorruptPictureException {
    require(content, 10);
    if ((content.get(0) & ANIMATED) != 0) {
      throw animated();
    }
    int width = 1 + (content.getInt(4) & 0xFFFFFF);
    int height = 1 + (content.getInt(6) >>> 8);
    return new PictureHeader(width, height, Orientation.UPRIGHT);
  }

  /** RFC 6386, section 9.1. */
  private static PictureHeader lossy(ByteBuffer content) throws CorruptPictureException {
    require(content, 10);
    boolean keyFrame = (content.get(0) & 1) == 0;
    int width = content.getShort(6) & 0x3FFF;
    int height = content.getShort(8) & 0x3FFF;
    if (!keyFrame || (content.getInt(3) & 0xFFFFFF) != 0x2A019D || width == 0 || height == 0) {
      throw new CorruptPictureException("the WebP does not begin with a key frame");
    }
    return new PictureHeader(width, height, Orientation.UPRIGHT);
  }

  /** RFC 9649, section 3.4. */
  private static PictureHeader lossless(ByteBuffer content) throws CorruptPictureException {
    require(content, 5);
    int sizes = content.getInt(1);
    if (content.get(0) != 0x2F) {
      throw new CorruptPictureException("the WebP does not begin with the lossless signature");
    }
    return new PictureHeader(
        1 + (sizes & 0x3FFF), 1 + (sizes >>> 14 & 0x3FFF), Orientation.UPRIGHT);
  }

  private static void require(ByteBuffer content, int bytes) throws CorruptPictureException {
    if (content.remaining() < bytes) {
      throw endsTooEarly();
    }
  }

  private static CorruptPictureException animated() {
    return new CorruptPictureException("the WebP is animated");
  }

  private static CorruptPictureException endsTooEarly() {
    return new CorruptPictureException("the WebP ends too early");
  }
}
