package dev.vorota.gateway.routing;

/** Which paths a route takes. Paths are compared as they were sent, by case. */
public sealed interface PathPredicate {

  /** This path and no other. */
  record Exact(String path) implements PathPredicate {

    public Exact {
      requireLeadingSlash(path);
    }
  }

  /**
   * This path and all below it: {@code /service} takes {@code /service} and {@code /service/api},
   * not {@code /services}.
   *
   * @param path without a trailing slash; {@code /} takes every path
   */
  record Prefix(String path) implements PathPredicate {

    public Prefix {
      requireLeadingSlash(path);
      if (path.length() > 1 && path.endsWith("/")) {
        throw new IllegalArgumentException("path must not end with a slash: " + path + ".");
      }
    }
  }

  private static void requireLeadingSlash(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must start with a slash: " + path + ".");
    }
  }
}
