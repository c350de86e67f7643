package dev.vorota.gateway.files;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import java.util.Map;

/** An immutable set of files by their paths. */
public final class StaticFiles {

  private static final Response NOT_FOUND =
      Response.of(Problem.of("not-found", 404, "Not found", "There is nothing at this path."));
  private static final Response NOT_ALLOWED =
      Response.of(
          Problem.of(
              "method-not-allowed", 405, "Method not allowed", "A file answers GET and HEAD only."),
          new Header("allow", "GET, HEAD"));

  private final Map<String, StaticFile> files;

  public StaticFiles(Map<String, StaticFile> files) {
    this.files = Map.copyOf(files);
  }

  /**
   * @param path which file is wanted: the request's, or what a route makes of it
   */
  public Response answer(Request request, String path) {
    StaticFile file = files.get(path);
    if (file == null) {
      return NOT_FOUND;
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> file.answer(request.header("if-none-match"));
      default -> NOT_ALLOWED;
    };
  }
}
