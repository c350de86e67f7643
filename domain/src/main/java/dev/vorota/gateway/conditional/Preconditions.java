package dev.vorota.gateway.conditional;

import dev.vorota.gateway.http.FieldText;
import dev.vorota.gateway.http.HttpDate;
import dev.vorota.gateway.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the conditions of a request to read come to, in the order of RFC 9110, 13.2.2. */
public final class Preconditions {

  /** What a request's conditions come to. */
  public enum Verdict {
    /** Answer as if there were none. */
    GO_ON,
    /** The client has it already. */
    NOT_MODIFIED,
    /** What the client counts on is not so. */
    FAILED
  }

  private Preconditions() {}

  /**
   * What all conditions come to, those among them that only the origin can tell.
   *
   * @param etag of the variant that would be sent, a strong one
   * @param lastModified in seconds since 1970, or {@link HttpDate#NONE}
   */
  public static Verdict check(Request request, String etag, long lastModified) {
    List<String> match = FieldText.list(request, "if-match");
    if (match != null
        ? !EntityTags.holdStrongly(match, etag)
        : isLater(lastModified, date(request, "if-unmodified-since", lastModified))) {
      return Verdict.FAILED;
    }
    return isNotModified(request, etag, lastModified) ? Verdict.NOT_MODIFIED : Verdict.GO_ON;
  }

  /**
   * Whether the client has what would be sent already: the conditions that a cache may answer (RFC
   * 9111, section 4.3.2).
   *
   * @param etag of what would be sent, or null where it has none
   * @param lastModified in seconds since 1970, or {@link HttpDate#NONE}
   */
  public static boolean isNotModified(Request request, @Nullable String etag, long lastModified) {
    List<String> noneMatch = FieldText.list(request, "if-none-match");
    if (noneMatch != null) {
      return EntityTags.holdWeakly(noneMatch, etag);
    }
    long since = date(request, "if-modified-since", lastModified);
    return since != HttpDate.NONE && !isLater(lastModified, since);
  }

  /**
   * Whether the part that the client asks for fits what it has (RFC 9110, section 13.1.5).
   *
   * @param etag a strong one, or null where there is none
   * @param lastModified where it tells this variant from all others, or null
   */
  public static boolean mayBePart(
      Request request, @Nullable String etag, @Nullable String lastModified) {
    String validator = FieldText.single(request, "if-range");
    return validator == null
        ? request.header("if-range") == null
        : validator.equals(etag) || validator.equals(lastModified);
  }

  private static boolean isLater(long lastModified, long date) {
    return date != HttpDate.NONE && lastModified > date;
  }

  /** A field's date, where the file has one to compare it with. */
  private static long date(Request request, String name, long lastModified) {
    String value = lastModified == HttpDate.NONE ? null : FieldText.single(request, name);
    return value == null ? HttpDate.NONE : HttpDate.parse(value);
  }
}
