package dev.vorota.adapters.out.chat.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** A square picture as sRGB pixels, 0xAARRGGBB, alpha not multiplied in, row by row. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
record SquarePixels(int side, int[] argb) {

  static SquarePixels of(BufferedImage image) {
    int side = image.getWidth();
    boolean gray =
        image.getColorModel() instanceof ComponentColorModel model
            && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    return new SquarePixels(
        side, gray ? gray(image) : image.getRGB(0, 0, side, side, null, 0, side));
  }

  /**
   * Java takes gray samples for linear light and would brighten them; in PNG and JPEG files they
   * carry the same curve as colours do.
   */
  private static int[] gray(BufferedImage image) {
    Raster raster = image.getRaster();
    int side = image.getWidth();
    int shift = DataBuffer.getDataTypeSize(raster.getTransferType()) - Byte.SIZE;
    boolean hasAlpha = raster.getNumBands() > 1;
    int[] argb = new int[side * side];
    int[] samples = new int[raster.getNumBands()];
    for (int i = 0; i < argb.length; i++) {
      raster.getPixel(i % side, i / side, samples);
      int light = samples[0] >> shift;
      int alpha = hasAlpha ? samples[1] >> shift : 0xFF;
      argb[i] = alpha << 24 | light << 16 | light << 8 | light;
    }
    return argb;
  }
}
