package dev.vorota.gateway.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table from segments to nodes that is asked with a piece of a path, so that no
 * string is made for the question. Open addressing, at most half full.
 */
final class SegmentTable {

  private final @Nullable String[] texts;
  private final @Nullable PathTrie[] nodes;
  private final int mask;

  SegmentTable(Map<String, PathTrie> children) {
    int slots = Integer.highestOneBit(Math.max(1, children.size() * 4 - 1));
    this.texts = new @Nullable String[slots];
    this.nodes = new @Nullable PathTrie[slots];
    this.mask = slots - 1;
    children.forEach(this::put);
  }

  /** The node of the segment that stands between these places, or null where there is none. */
  @Nullable PathTrie find(String path, int from, int to) {
    int slot = slot(path, from, to);
    for (String text = texts[slot]; text != null; text = texts[slot]) {
      if (text.length() == to - from && path.startsWith(text, from)) {
        return nodes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  private void put(String text, PathTrie node) {
    int slot = slot(text, 0, text.length());
    while (texts[slot] != null) {
      slot = (slot + 1) & mask;
    }
    texts[slot] = text;
    nodes[slot] = node;
  }

  private int slot(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    return (hash ^ hash >>> 15) & mask;
  }
}
