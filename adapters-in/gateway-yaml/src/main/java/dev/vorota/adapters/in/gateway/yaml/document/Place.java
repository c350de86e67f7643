package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.Comparator;

/** Where a value was written. Sorts by line, variables last. */
public sealed interface Place extends Comparable<Place> {

  /**
   * In the document.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  record Line(int line, int column) implements Place {

    static final Line FIRST = new Line(1, 1);

    @Override
    public String in(String document) {
      return document + ":" + line + ":" + column;
    }
  }

  /** In an environment variable that overrides the document. */
  record Variable(String name) implements Place {

    @Override
    public String in(String document) {
      return name;
    }
  }

  /**
   * The place in words.
   *
   * @param document the name of the document
   */
  String in(String document);

  @Override
  default int compareTo(Place other) {
    return switch (this) {
      case Line a when other instanceof Line b ->
          Comparator.comparingInt(Line::line).thenComparingInt(Line::column).compare(a, b);
      case Variable(String a) when other instanceof Variable(String b) -> a.compareTo(b);
      case Line _ -> -1;
      case Variable _ -> 1;
    };
  }
}
