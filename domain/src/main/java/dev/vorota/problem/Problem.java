package dev.vorota.problem;

import java.util.List;

/**
 * A problem document: why a request was not served (RFC 9457).
 *
 * @param kind the last part of the document's stable {@code type}
 * @param status the HTTP status, 400 to 599
 * @param title the kind in a few words, the same for each occurrence
 * @param detail this occurrence in a sentence: what was wrong and what was expected
 * @param violations each thing that is wrong, where the request itself is at fault
 */
public record Problem(
    String kind, int status, String title, String detail, List<Violation> violations) {

  /** What precedes {@link #kind()} in the document's {@code type}. */
  public static final String TYPE_PREFIX = "urn:vorota:problem:";

  /** The media type of the document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be from 400 to 599: " + status + ".");
    }
    violations = List.copyOf(violations);
  }

  public static Problem of(String kind, int status, String title, String detail) {
    return new Problem(kind, status, title, detail, List.of());
  }

  /** The stable URI that names this kind of problem. */
  public String type() {
    return TYPE_PREFIX + kind;
  }
}
