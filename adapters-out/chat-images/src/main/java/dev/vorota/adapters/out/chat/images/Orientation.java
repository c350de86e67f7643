package dev.vorota.adapters.out.chat.images;

import java.util.Optional;

/** How a stored picture has to be turned to be seen upright; in the order of Exif's 1 to 8. */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(true, false, false),
  UPSIDE_DOWN(true, true, false),
  MIRRORED_UPSIDE_DOWN(false, true, false),
  TRANSPOSED(false, false, true),
  TURNED_LEFT(false, true, true),
  TRANSVERSED(true, true, true),
  TURNED_RIGHT(true, false, true);

  private final boolean flipX;
  private final boolean flipY;
  private final boolean swap;

  Orientation(boolean flipX, boolean flipY, boolean swap) {
    this.flipX = flipX;
    this.flipY = flipY;
    this.swap = swap;
  }

  /** The orientation with that Exif value, or empty if the value is not 1 to 8. */
  static Optional<Orientation> of(int exif) {
    return exif < 1 || exif > 8 ? Optional.empty() : Optional.of(values()[exif - 1]);
  }

  /** The pixels of a square picture, seen upright. */
  int[] upright(int[] pixels, int side) {
    if (this == UPRIGHT) {
      return pixels;
    }
    int[] turned = new int[pixels.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int storedX = swap ? y : x;
        int storedY = swap ? x : y;
        storedX = flipX ? side - 1 - storedX : storedX;
        storedY = flipY ? side - 1 - storedY : storedY;
        turned[y * side + x] = pixels[storedY * side + storedX];
      }
    }
    return turned;
  }
}
