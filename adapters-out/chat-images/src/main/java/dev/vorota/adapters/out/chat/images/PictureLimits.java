package dev.vorota.adapters.out.chat.images;

/**
 * How large a picture may claim to be before it is decoded.
 *
 * @param maxPixels width times height of a PNG or JPEG
 * @param maxWebpPixels width times height of a WebP; its decoder keeps the whole picture and takes
 *     some 25 bytes for each pixel
 * @param maxSide pixels of the longer side
 */
public record PictureLimits(int maxPixels, int maxWebpPixels, int maxSide) {

  /** What a phone's camera makes, and less of what is costly: at most some 100 MB each. */
  public static final PictureLimits DEFAULT = new PictureLimits(16_000_000, 4_000_000, 8_000);

  public PictureLimits {
    requirePositive("maxPixels", maxPixels);
    requirePositive("maxWebpPixels", maxWebpPixels);
    requirePositive("maxSide", maxSide);
  }

  int maxPixels(PictureType type) {
    return type == PictureType.WEBP ? maxWebpPixels : maxPixels;
  }

  boolean allow(PictureType type, PictureHeader picture) {
    return Math.max(picture.width(), picture.height()) <= maxSide
        && picture.pixels() <= maxPixels(type);
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive: " + value + ".");
    }
  }
}
