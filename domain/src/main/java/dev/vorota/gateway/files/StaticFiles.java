package dev.vorota.gateway.files;

import dev.vorota.gateway.http.Body;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.PercentEncoding;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of files by their paths. A path that ends with a slash is a folder's, and what
 * stands there is its index. Who asks for an index without a slash at the end is led there, so that
 * relative references on the index lead where they should.
 */
public final class StaticFiles {

  private static final Header ALLOW = new Header("allow", "GET, HEAD, OPTIONS");
  private static final Header ASK_AGAIN = new Header("cache-control", "no-cache");
  private static final Response OPTIONS = new Response(204, List.of(ALLOW), Body.EMPTY);
  private static final Response NOT_FOUND =
      Response.of(Problem.of("not-found", 404, "Not found", "There is nothing at this path."));
  private static final Response NOT_ALLOWED =
      Response.of(
          Problem.of(
              "method-not-allowed",
              405,
              "Method not allowed",
              "A file answers GET, HEAD and OPTIONS only."),
          ALLOW);

  private final Map<String, StaticFile> files;
  private final @Nullable StaticFile fallback;

  /**
   * @param files by their paths, which start with a slash and are not percent-encoded
   */
  public StaticFiles(Map<String, StaticFile> files) {
    this(files, null);
  }

  /**
   * @param files by their paths, which start with a slash and are not percent-encoded
   * @param fallback answers for every path that leads to no file and whose last segment has no dot,
   *     as an application of a single page wants it; null for 404
   */
  public StaticFiles(Map<String, StaticFile> files, @Nullable StaticFile fallback) {
    this.files = Map.copyOf(files);
    this.fallback = fallback;
  }

  /**
   * Answers a request.
   *
   * @param path of the file, percent-encoded: the request's, or what a route makes of it
   */
  public Response answer(Request request, String path) {
    String decoded = path.indexOf('%') < 0 ? path : PercentEncoding.decode(path);
    if (decoded == null) {
      return NOT_FOUND;
    }
    StaticFile file = files.get(decoded);
    boolean isIndex = decoded.endsWith("/");
    if (file == null && !isIndex) {
      file = files.get(decoded + "/");
      isIndex = true;
    }
    if (file != null && isIndex && !request.path().endsWith("/")) {
      return isRead(request) ? toFolder(request) : unread(request);
    }
    if (file == null && decoded.indexOf('.', decoded.lastIndexOf('/') + 1) < 0) {
      file = fallback;
    }
    if (file == null) {
      return NOT_FOUND;
    }
    return isRead(request) ? file.answer(request) : unread(request);
  }

  private static boolean isRead(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static Response unread(Request request) {
    return request.method().equals("OPTIONS") ? OPTIONS : NOT_ALLOWED;
  }

  /**
   * Leads to the same path with a slash. The reference is relative to what the client asked for, as
   * the path that is known here may be another.
   */
  private static Response toFolder(Request request) {
    String asked = request.path();
    String query = request.query();
    // The dot keeps a colon in the segment from being read as the end of a scheme.
    String location = "./" + asked.substring(asked.lastIndexOf('/') + 1) + "/";
    Header to = new Header("location", query == null ? location : location + "?" + query);
    return new Response(308, List.of(to, ASK_AGAIN), Body.EMPTY);
  }
}
