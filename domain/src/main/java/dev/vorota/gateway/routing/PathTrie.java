package dev.vorota.gateway.routing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the trie of segments: the patterns that have taken the same segments so far. */
final class PathTrie {

  private static final int NOTHING = Integer.MAX_VALUE;

  private final SegmentTable literals;
  private final @Nullable PathTrie variable;
  private final int[] ending;
  private final int[] open;
  private final int lowest;

  private PathTrie(
      SegmentTable literals, @Nullable PathTrie variable, int[] ending, int[] open, int lowest) {
    this.literals = literals;
    this.variable = variable;
    this.ending = ending;
    this.open = open;
    this.lowest = lowest;
  }

  /**
   * Offers the patterns that take the rest of a path.
   *
   * @param from where the next segment starts; beyond the end where there is none
   */
  void scan(String path, int from, PathIndex.Scan scan) {
    if (!scan.wants(lowest)) {
      return;
    }
    offer(open, scan);
    if (from > path.length()) {
      offer(ending, scan);
      return;
    }
    int slash = path.indexOf('/', from);
    int to = slash < 0 ? path.length() : slash;
    PathTrie literal = literals.find(path, from, to);
    if (literal != null) {
      literal.scan(path, to + 1, scan);
    }
    if (variable != null && to > from) {
      variable.scan(path, to + 1, scan);
    }
  }

  private static void offer(int[] ranks, PathIndex.Scan scan) {
    if (ranks.length > 0 && scan.wants(ranks[0])) {
      scan.offer(ranks);
    }
  }

  /** A node that still grows. */
  static final class Builder {

    private final Map<String, Builder> literals = new HashMap<>();
    private final RankList ending = new RankList();
    private final RankList open = new RankList();
    private @Nullable Builder variable;
    private int lowest = NOTHING;

    /** Adds a pattern; they come by ascending rank. */
    void add(PathPattern pattern, int rank) {
      Builder node = this;
      node.lowest = Math.min(node.lowest, rank);
      for (PathPattern.Segment segment : pattern.segments()) {
        node = node.child(segment);
        node.lowest = Math.min(node.lowest, rank);
      }
      (pattern.isOpen() ? node.open : node.ending).add(rank);
    }

    PathTrie build() {
      Map<String, PathTrie> built = new HashMap<>();
      literals.forEach((text, child) -> built.put(text, child.build()));
      return new PathTrie(
          new SegmentTable(built),
          variable == null ? null : variable.build(),
          ending.toArray(),
          open.toArray(),
          lowest);
    }

    private Builder child(PathPattern.Segment segment) {
      return switch (segment) {
        case PathPattern.Segment.Literal(var text) ->
            literals.computeIfAbsent(text, _ -> new Builder());
        case PathPattern.Segment.Variable _ -> {
          Builder child = variable == null ? new Builder() : variable;
          variable = child;
          yield child;
        }
      };
    }
  }
}
