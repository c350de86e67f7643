package dev.vorota.gateway.balancing;

/** Bounds that chance keeps to, but for once in a million times. */
final class Statistics {

  /** The quantile of the normal distribution for one in a million, at one side. */
  private static final double SIGMAS = 4.753;

  private Statistics() {}

  /** What Pearson's test says of counts: how far they are from the expected shares. */
  static double chiSquared(long[] counts, int... weights) {
    long requests = 0;
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      requests += counts[i];
      total += weights[i];
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = (double) requests * weights[i] / total;
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  /** What Pearson's test stays below, by the approximation of Wilson and Hilferty (1931). */
  static double chiSquaredBound(int shares) {
    double freedom = shares - 1.0;
    double spread = 2 / (9 * freedom);
    return freedom * Math.pow(1 - spread + SIGMAS * Math.sqrt(spread), 3);
  }

  /** How far a count of so many trials is from its mean at most. */
  static double deviation(long trials, double probability) {
    return SIGMAS * Math.sqrt(trials * probability * (1 - probability)) + 1;
  }
}
