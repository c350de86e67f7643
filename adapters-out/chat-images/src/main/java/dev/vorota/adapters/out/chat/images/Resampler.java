package dev.vorota.adapters.out.chat.images;

/**
 * Scales square pictures, first along the rows, then along the columns. Colours are weighted by
 * their alpha: what can't be seen leaves no fringe.
 */
final class Resampler {

  private static final int CHANNELS = 4;

  private final TriangleFilter filter;
  private final int from;
  private final int to;

  private Resampler(int from, int to) {
    this.filter = TriangleFilter.of(from, to);
    this.from = from;
    this.to = to;
  }

  static SquarePixels scale(SquarePixels source, int side) {
    return new SquarePixels(side, new Resampler(source.side(), side).scale(source.argb()));
  }

  private int[] scale(int[] argb) {
    float[] row = new float[from * CHANNELS];
    float[] narrowed = new float[to * from * CHANNELS];
    for (int y = 0; y < from; y++) {
      premultiply(argb, y * from, row);
      scaleRow(row, narrowed, y, from);
    }
    float[] scaled = new float[to * to * CHANNELS];
    for (int y = 0; y < to; y++) {
      System.arraycopy(narrowed, y * row.length, row, 0, row.length);
      scaleRow(row, scaled, y, to);
    }
    return straight(scaled);
  }

  /** Writes the scaled row as a column, so that after two passes the picture stands upright. */
  private void scaleRow(float[] row, float[] result, int column, int columns) {
    for (int x = 0; x < to; x++) {
      int in = filter.first(x) * CHANNELS;
      int out = (x * columns + column) * CHANNELS;
      for (float weight : filter.weights(x)) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          result[out + channel] += weight * row[in++];
        }
      }
    }
  }

  private static void premultiply(int[] argb, int offset, float[] row) {
    for (int i = offset, out = 0; out < row.length; i++) {
      int pixel = argb[i];
      float alpha = (pixel >>> 24) / 255f;
      row[out++] = alpha;
      row[out++] = (pixel >> 16 & 0xFF) * alpha;
      row[out++] = (pixel >> 8 & 0xFF) * alpha;
      row[out++] = (pixel & 0xFF) * alpha;
    }
  }

  private static int[] straight(float[] pixels) {
    int[] argb = new int[pixels.length / CHANNELS];
    for (int i = 0, in = 0; i < argb.length; i++, in += CHANNELS) {
      float alpha = pixels[in];
      int opacity = Math.clamp(Math.round(alpha * 255), 0, 255);
      if (opacity > 0) {
        int red = colour(pixels[in + 1] / alpha);
        int green = colour(pixels[in + 2] / alpha);
        int blue = colour(pixels[in + 3] / alpha);
        argb[i] = opacity << 24 | red << 16 | green << 8 | blue;
      }
    }
    return argb;
  }

  private static int colour(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
