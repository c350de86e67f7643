package dev.vorota.gateway.conditional;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;

/** What a client is told whose {@code Range} can't be answered. */
public final class RangeProblems {

  private RangeProblems() {}

  /**
   * @param range what it asks for, which is not satisfiable or malformed
   * @param value of the field
   * @param size how many octets there are
   */
  public static Response of(ByteRange range, String value, int size) {
    String detail =
        range.kind() == ByteRange.Kind.UNSATISFIABLE
            ? "There is nothing in this range: the content has " + size + " B."
            : "Range must be a range of octets.";
    String expected =
        "bytes=first-last, bytes=first- or bytes=-count within " + size + " octets, from 0";
    return Response.of(
        new Problem(
            "range-not-satisfiable",
            416,
            "Range not satisfiable",
            detail,
            List.of(new Violation("range", value, expected))),
        new Header("content-range", "bytes */" + size));
  }
}
