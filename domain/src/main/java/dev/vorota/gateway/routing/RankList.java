package dev.vorota.gateway.routing;

import java.util.stream.IntStream;

/** Ranks that are being collected, in ascending order and each once. */
final class RankList {

  private final IntStream.Builder ranks = IntStream.builder();

  void add(int rank) {
    ranks.add(rank);
  }

  int[] toArray() {
    return ranks.build().toArray();
  }
}
