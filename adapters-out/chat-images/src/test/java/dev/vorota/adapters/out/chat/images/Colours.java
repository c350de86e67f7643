package dev.vorota.adapters.out.chat.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;

/** Looks at colours as leniently as lossy formats ask for. */
final class Colours {

  private static final int TOLERANCE = 12;

  private Colours() {}

  /** Looks into the middle of each quarter. */
  static void assertQuadrants(BufferedImage image, int... colours) {
    int near = image.getWidth() / 4;
    int far = image.getWidth() - near;
    assertAlike(image.getRGB(near, near), colours[0]);
    assertAlike(image.getRGB(far, near), colours[1]);
    assertAlike(image.getRGB(near, far), colours[2]);
    assertAlike(image.getRGB(far, far), colours[3]);
  }

  static void assertAlike(int argb, int expected) {
    for (int shift = 0; shift < 32; shift += 8) {
      assertThat((argb >>> shift & 0xFF) - (expected >>> shift & 0xFF))
          .as("%08X, expected %08X", argb, expected)
          .isBetween(-TOLERANCE, TOLERANCE);
    }
  }
}
