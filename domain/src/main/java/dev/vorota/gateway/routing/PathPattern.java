package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.CanonicalPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which paths a route takes, by their segments: {@code /login} takes one path; {@code /users/{id}}
 * and {@code /users/*} take any one segment there; {@code /files/**} and {@code /files/{*rest}}
 * take {@code /files} and all below it. Case counts.
 */
public final class PathPattern {

  private static final String EXPECTED =
      "a path such as /login, /users/{id}, /files/** or /files/{*rest}";

  /** One segment of a pattern. */
  sealed interface Segment {

    /** This text, in its canonical form. */
    record Literal(String text) implements Segment {}

    /** Any text that is not empty, maybe under a name. */
    record Variable(@Nullable String name) implements Segment {}
  }

  private final String text;
  private final List<Segment> segments;
  private final boolean open;
  private final @Nullable String rest;

  private PathPattern(String text, List<Segment> segments, boolean open, @Nullable String rest) {
    this.text = text;
    this.segments = List.copyOf(segments);
    this.open = open;
    this.rest = rest;
  }

  /**
   * @throws IllegalArgumentException if the text is no such pattern; the message says what was
   *     expected
   */
  public static PathPattern parse(String text) {
    if (!text.startsWith("/")) {
      throw malformed(text);
    }
    List<Segment> segments = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String[] parts = text.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      boolean last = i == parts.length - 1;
      if (last && part.equals("**")) {
        return new PathPattern(text, segments, true, null);
      }
      if (last && part.startsWith("{*") && part.endsWith("}")) {
        return new PathPattern(text, segments, true, name(part, 2, names, text));
      }
      segments.add(segment(part, last, names, text));
    }
    return new PathPattern(text, segments, false, null);
  }

  /** Whether it takes one path only. */
  boolean isExact() {
    return !open && segments.stream().allMatch(Segment.Literal.class::isInstance);
  }

  /** Whether it goes on below its last segment. */
  boolean isOpen() {
    return open;
  }

  List<Segment> segments() {
    return segments;
  }

  /**
   * Orders patterns that take the same path by how much they say of it, most first: where they
   * differ first from the left, an end comes before a literal, that before a variable, that before
   * what goes on.
   */
  String rank() {
    StringBuilder rank = new StringBuilder(isExact() ? "0" : "1");
    for (Segment segment : segments) {
      rank.append(segment instanceof Segment.Literal ? '1' : '2');
    }
    return rank.append(open ? '3' : '0').toString();
  }

  /** The pattern without the names of its variables: equal for patterns that take the same. */
  String ground() {
    StringBuilder ground = new StringBuilder();
    for (Segment segment : segments) {
      ground.append('/').append(segment instanceof Segment.Literal(var literal) ? literal : "*");
    }
    return ground.append(open ? "/**" : "").toString();
  }

  /** The names that a path is bound to. */
  public Set<String> variables() {
    Set<String> names = new HashSet<>();
    for (Segment segment : segments) {
      if (segment instanceof Segment.Variable(var name) && name != null) {
        names.add(name);
      }
    }
    if (rest != null) {
      names.add(rest);
    }
    return names;
  }

  /** Whether every path that it takes is this prefix or lies below it. */
  public boolean liesBelow(String prefix) {
    PathPattern front = parse(prefix);
    int count = front.segments.size();
    return segments.size() >= count && segments.subList(0, count).equals(front.segments);
  }

  /**
   * What the variables stand for in a path that the pattern takes, in the path's canonical form;
   * null for a path that it does not take.
   */
  public @Nullable Map<String, String> bind(String path) {
    Map<String, String> bound = new HashMap<>();
    int from = 1;
    for (Segment segment : segments) {
      if (from > path.length()) {
        return null;
      }
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      String part = path.substring(from, to);
      switch (segment) {
        case Segment.Literal(var literal) -> {
          if (!literal.equals(part)) {
            return null;
          }
        }
        case Segment.Variable(var name) -> {
          if (part.isEmpty()) {
            return null;
          }
          if (name != null) {
            bound.put(name, part);
          }
        }
      }
      from = to + 1;
    }
    if (rest != null) {
      bound.put(rest, from > path.length() ? "" : path.substring(from));
    }
    return open || from > path.length() ? bound : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static Segment segment(String part, boolean last, Set<String> names, String text) {
    if (part.equals("*")) {
      return new Segment.Variable(null);
    }
    if (part.startsWith("{") && part.endsWith("}")) {
      return new Segment.Variable(name(part, 1, names, text));
    }
    String path = CanonicalPath.written("/" + part);
    if (path == null || (part.isEmpty() && !last)) {
      throw malformed(text);
    }
    return new Segment.Literal(path.substring(1));
  }

  private static String name(String part, int from, Set<String> names, String text) {
    String name = part.substring(from, part.length() - 1);
    boolean good =
        !name.isEmpty() && name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    if (!good || !names.add(name)) {
      throw malformed(text);
    }
    return name;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("Expected " + EXPECTED + ": " + text + ".");
  }
}
