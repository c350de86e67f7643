package dev.vorota.gateway.routing;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the patterns that take a path: those that take one path only in a map, all others in a trie
 * of segments. Each pattern stands for a rank; lists of ranks ascend.
 */
final class PathIndex {

  /** Takes what is found. */
  interface Scan {

    /** Whether ranks from this one on are still of interest. */
    default boolean wants(int rank) {
      return true;
    }

    void offer(int[] ranks);
  }

  private final Map<String, int[]> exact;
  private final PathTrie trie;

  private PathIndex(Map<String, int[]> exact, PathTrie trie) {
    this.exact = exact;
    this.trie = trie;
  }

  void scan(String path, Scan scan) {
    int[] ranks = exact.get(path);
    if (ranks != null && scan.wants(ranks[0])) {
      scan.offer(ranks);
    }
    trie.scan(path, 1, scan);
  }

  /** Collects the patterns; they come by ascending rank. */
  static final class Builder {

    private final Map<String, RankList> exact = new HashMap<>();
    private final PathTrie.Builder trie = new PathTrie.Builder();

    void add(PathPattern pattern, int rank) {
      if (pattern.isExact()) {
        exact.computeIfAbsent(pattern.ground(), _ -> new RankList()).add(rank);
      } else {
        trie.add(pattern, rank);
      }
    }

    PathIndex build() {
      Map<String, int[]> built = new HashMap<>();
      exact.forEach((path, ranks) -> built.put(path, ranks.toArray()));
      return new PathIndex(Map.copyOf(built), trie.build());
    }
  }
}
