package dev.vorota.adapters.out.chat.images;

/**
 * Tells of which pixels of a row each pixel of the scaled row is made, and of how much of each. The
 * triangle is as wide as two steps between scaled pixels: all pixels count when a row shrinks, and
 * neighbours blend when it grows.
 */
final class TriangleFilter {

  private final int[] firsts;
  private final float[][] weights;

  private TriangleFilter(int[] firsts, float[][] weights) {
    this.firsts = firsts;
    this.weights = weights;
  }

  /** The filter that makes a row of {@code to} pixels of one of {@code from}. */
  static TriangleFilter of(int from, int to) {
    double step = (double) from / to;
    double reach = Math.max(step, 1);
    int[] firsts = new int[to];
    float[][] weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * step;
      int end = Math.min(from, (int) Math.ceil(centre + reach));
      firsts[i] = Math.max(0, (int) Math.floor(centre - reach));
      weights[i] = triangle(firsts[i], end, centre, reach);
    }
    return new TriangleFilter(firsts, weights);
  }

  /** The first pixel of the row that counts for a scaled one. */
  int first(int scaled) {
    return firsts[scaled];
  }

  /** How much the pixels from the first one on count for a scaled one; the sum is 1. */
  float[] weights(int scaled) {
    return weights[scaled];
  }

  private static float[] triangle(int first, int end, double centre, double reach) {
    double[] heights = new double[end - first];
    double sum = 0;
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
      sum += heights[i];
    }
    float[] weights = new float[heights.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (heights[i] / sum);
    }
    return weights;
  }
}
