package dev.vorota.gateway.rewrite;

import dev.vorota.gateway.http.CanonicalPath;
import java.util.Map;
import java.util.Set;

/** What becomes of a path on its way to a service. */
public sealed interface PathRewrite {

  /**
   * The path that the service is asked for.
   *
   * @param path in its canonical form
   * @param values what the variables of the route's pattern stand for; only those are looked at
   *     that {@link #variables()} names
   */
  String apply(String path, Map<String, String> values);

  /** The variables that it needs the values of. */
  default Set<String> variables() {
    return Set.of();
  }

  /** A path on the service, which named it in a response, as a client has to ask for it. */
  default String outside(String location) {
    return location;
  }

  /** It stays as it is. */
  record Keep() implements PathRewrite {

    @Override
    public String apply(String path, Map<String, String> values) {
      return path;
    }

    @Override
    public String toString() {
      return "path kept";
    }
  }

  /**
   * Its front is replaced, where it is there as whole segments.
   *
   * @param prefix what is taken off, as people write it; empty for nothing
   * @param replacement what is put in its place, in the same way; empty for nothing
   */
  record ReplacePrefix(String prefix, String replacement) implements PathRewrite {

    public ReplacePrefix {
      prefix = canonical(prefix);
      replacement = canonical(replacement);
    }

    @Override
    public String apply(String path, Map<String, String> values) {
      return replaced(path, prefix, replacement);
    }

    @Override
    public String outside(String location) {
      boolean known = location.startsWith(prefix + "/") && !prefix.isEmpty();
      return known ? location : replaced(location, replacement, prefix);
    }

    @Override
    public String toString() {
      return "path prefix \"" + prefix + "\" replaced by \"" + replacement + "\"";
    }

    private static String replaced(String path, String from, String to) {
      if (!path.startsWith(from)) {
        return path;
      }
      String rest = path.substring(from.length());
      if (rest.isEmpty()) {
        return to.isEmpty() ? "/" : to;
      }
      return rest.startsWith("/") ? to + rest : path;
    }

    private static String canonical(String text) {
      String path =
          text.startsWith("/") && !text.endsWith("/") ? CanonicalPath.written(text) : null;
      if (path == null && !text.isEmpty()) {
        throw new IllegalArgumentException(
            "Expected a path prefix such as /service, without a slash at its end: " + text + ".");
      }
      return path == null ? "" : path;
    }
  }

  /** It is made anew from the variables of the pattern. */
  record Template(TextTemplate path) implements PathRewrite {

    @Override
    public String apply(String taken, Map<String, String> values) {
      return path.render(values);
    }

    @Override
    public Set<String> variables() {
      return path.variables();
    }

    @Override
    public String toString() {
      return "path becomes " + path;
    }
  }
}
