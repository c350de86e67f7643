package dev.vorota.adapters.out.chat.images;

import java.nio.charset.StandardCharsets;

/** The four letters that name a chunk of a PNG or RIFF file. */
final class FourCc {

  private FourCc() {}

  /** The letters as they are read from a big-endian buffer. */
  static int of(String letters) {
    byte[] bytes = letters.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length != 4) {
      throw new IllegalArgumentException("letters must be four: " + letters + ".");
    }
    return bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
  }
}
