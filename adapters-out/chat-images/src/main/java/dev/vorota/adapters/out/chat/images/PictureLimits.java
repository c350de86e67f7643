package dev.vorota.adapters.out.chat.images;

/**
 * How large a picture may claim to be before it is decoded.
 *
 * @param maxPixels width times height
 * @param maxSide pixels of the longer side
 */
public record PictureLimits(long maxPixels, int maxSide) {

  /** 16 megapixels, no side above 8,000: what a phone's camera makes. */
  public static final PictureLimits DEFAULT = new PictureLimits(16_000_000, 8_000);

  public PictureLimits {
    if (maxPixels <= 0) {
      throw new IllegalArgumentException("maxPixels must be positive: " + maxPixels + ".");
    }
    if (maxSide <= 0) {
      throw new IllegalArgumentException("maxSide must be positive: " + maxSide + ".");
    }
  }

  boolean allow(PictureHeader picture) {
    return Math.max(picture.width(), picture.height()) <= maxSide && picture.pixels() <= maxPixels;
  }
}
