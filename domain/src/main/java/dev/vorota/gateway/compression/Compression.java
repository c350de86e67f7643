package dev.vorota.gateway.compression;

import dev.vorota.gateway.http.AcceptedCodings;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Fields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which answers of a route are compressed on their way to the client, where it takes that.
 *
 * @param codings the codings, the one liked best first; at least one, and each says what it does
 * @param minLength how long a body must be, in octets, where its length is known
 * @param types the media types in lower case; one that ends in {@code /*} or {@code +json} and the
 *     like stands for all that begin or end so
 */
public record Compression(List<ContentCoding> codings, long minLength, List<String> types) {

  /** What holds where a route asks for compression and says no more. */
  public static final Compression DEFAULTS =
      new Compression(
          List.of(ContentCoding.ZSTD, ContentCoding.BROTLI, ContentCoding.GZIP),
          1_024,
          List.of(
              "text/html",
              "text/plain",
              "text/css",
              "text/csv",
              "text/markdown",
              "text/xml",
              "text/javascript",
              "application/javascript",
              "application/json",
              "application/xml",
              "application/wasm",
              "application/manifest+json",
              "image/svg+xml",
              "+json",
              "+xml"));

  private static final int OK = 200;

  public Compression {
    codings = List.copyOf(codings);
    types = List.copyOf(types);
    if (codings.isEmpty() || codings.contains(ContentCoding.IDENTITY)) {
      throw new IllegalArgumentException(
          "codings must be one or more that compress: " + codings + ".");
    }
    if (minLength < 0) {
      throw new IllegalArgumentException("minLength must not be negative: " + minLength + ".");
    }
  }

  /**
   * Whether an answer may be compressed for those who take it. Not one that is coded already or
   * partial (its ranges are of what is sent now), one that must stay as it is (RFC 9111, section
   * 5.2.2.6), or one that has digests of itself (RFC 9530).
   *
   * @param length of the body in octets, or negative where that is not known
   */
  public boolean covers(int status, Fields fields, long length) {
    return status == OK
        && (length < 0 || length >= minLength)
        && isType(fields.header("content-type"))
        && fields.header("content-encoding") == null
        && fields.header("content-range") == null
        && fields.header("content-digest") == null
        && fields.header("repr-digest") == null
        && !forbidsTransformation(fields.headers("cache-control"));
  }

  /**
   * The coding for a client: of those that it wants most, the one that is liked best.
   *
   * @param accepted the values of its {@code Accept-Encoding}; none for one that said nothing
   */
  public ContentCoding codingFor(List<String> accepted) {
    if (accepted.isEmpty()) {
      return ContentCoding.IDENTITY;
    }
    AcceptedCodings wanted = AcceptedCodings.of(accepted);
    ContentCoding best = ContentCoding.IDENTITY;
    int most = 0;
    for (int i = 0; i < codings.size(); i++) {
      int weight = wanted.weight(codings.get(i));
      if (weight > most) {
        most = weight;
        best = codings.get(i);
      }
    }
    return best;
  }

  /** The codings by their names, with commas between them. */
  @Override
  public String toString() {
    return String.join(", ", codings.stream().map(ContentCoding::token).toList());
  }

  private boolean isType(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    int end = contentType.indexOf(';');
    String type =
        (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < types.size(); i++) {
      if (isOf(types.get(i), type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String declared, String type) {
    if (declared.startsWith("+")) {
      return type.endsWith(declared);
    }
    return declared.endsWith("/*")
        ? type.startsWith(declared.substring(0, declared.length() - 1))
        : type.equals(declared);
  }

  private static boolean forbidsTransformation(List<String> cacheControl) {
    for (int i = 0; i < cacheControl.size(); i++) {
      for (String directive : cacheControl.get(i).split(",", -1)) {
        if (directive.strip().equalsIgnoreCase("no-transform")) {
          return true;
        }
      }
    }
    return false;
  }
}
