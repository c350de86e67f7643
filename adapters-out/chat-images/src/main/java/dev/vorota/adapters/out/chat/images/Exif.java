package dev.vorota.adapters.out.chat.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Finds the orientation in an Exif segment (CIPA DC-008, 4.5.4 and 4.6.4). It reads the twelve
 * bytes that it needs and nothing else: general readers build every value that the segment claims
 * to have, and a sender must not decide how much that is.
 */
final class Exif {

  private static final int TIFF = 6;
  private static final int ENTRY = 12;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int SHORT = 3;

  private Exif() {}

  /** The orientation that the segment tells, or empty where it tells none or is no Exif at all. */
  static Optional<Orientation> orientation(ByteBuffer segment) {
    if (segment.remaining() < TIFF + 8
        || segment.getInt(0) != FourCc.of("Exif")
        || segment.getShort(4) != 0) {
      return Optional.empty();
    }
    ByteBuffer tiff = segment.slice(TIFF, segment.remaining() - TIFF);
    switch (tiff.getShort(0)) {
      case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
      case 0x4D4D -> tiff.order(ByteOrder.BIG_ENDIAN);
      default -> {
        return Optional.empty();
      }
    }
    return directory(tiff, tiff.getInt(4));
  }

  private static Optional<Orientation> directory(ByteBuffer tiff, int offset) {
    if (offset < 8 || offset > tiff.limit() - 2) {
      return Optional.empty();
    }
    int entries = tiff.getShort(offset) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = offset + 2 + i * ENTRY;
      if (entry > tiff.limit() - ENTRY) {
        return Optional.empty();
      }
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG && tiff.getShort(entry + 2) == SHORT) {
        return Orientation.of(tiff.getShort(entry + 8) & 0xFFFF);
      }
    }
    return Optional.empty();
  }
}
