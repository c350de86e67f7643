package dev.vorota.adapters.out.chat.images;

import java.nio.ByteBuffer;

/** Walks over the chunks of a PNG file (PNG third edition, section 5). */
final class PngFile {

  private static final int SIGNATURE = 8;
  private static final int TYPE_AND_CRC = 8;
  private static final int IHDR_LENGTH = 13;
  private static final int IHDR = FourCc.of("IHDR");
  private static final int ANIMATION = FourCc.of("acTL");
  private static final int IEND = FourCc.of("IEND");

  private PngFile() {}

  static PictureHeader header(ByteBuffer file) throws CorruptPictureException {
    ByteBuffer chunks = file.slice(SIGNATURE, file.remaining() - SIGNATURE);
    if (chunks.remaining() < TYPE_AND_CRC + IHDR_LENGTH
        || chunks.getInt(0) != IHDR_LENGTH
        || chunks.getInt(4) != IHDR) {
      throw new CorruptPictureException("the PNG does not begin with its header");
    }
    int width = chunks.getInt(8);
    int height = chunks.getInt(12);
    if (width <= 0 || height <= 0) {
      throw new CorruptPictureException("the PNG says that it is " + width + " × " + height);
    }
    walkToEnd(chunks);
    return new PictureHeader(width, height, Orientation.UPRIGHT);
  }

  private static void walkToEnd(ByteBuffer chunks) throws CorruptPictureException {
    while (chunks.remaining() >= Integer.BYTES + TYPE_AND_CRC) {
      int length = chunks.getInt();
      int type = chunks.getInt();
      if (type == IEND) {
        return;
      }
      if (type == ANIMATION) {
        throw new CorruptPictureException("the PNG is animated");
      }
      if (length < 0 || length > chunks.remaining() - Integer.BYTES) {
        break;
      }
      chunks.position(chunks.position() + length + Integer.BYTES);
    }
    throw new CorruptPictureException("the PNG ends too early");
  }
}
