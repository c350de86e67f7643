package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.CanonicalPath;
import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.rewrite.PathRewrite;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what an answer to an unsafe request makes outdated (RFC 9111, section 4.4). */
public final class Invalidation {

  /**
   * A resource of the same origin as the request.
   *
   * @param path in its canonical form
   * @param query or null where there is none
   */
  public record Target(String path, @Nullable String query) {}

  private Invalidation() {}

  /** Whether an answer with this status says that the request was carried out. */
  public static boolean isCausedBy(int status) {
    return status >= 200 && status < 400;
  }

  /**
   * The resources that the answer names beside the one that was asked for.
   *
   * @param authority what the client asked for
   * @param asked the path that the service was asked for
   * @param rewrite what made it of the client's
   */
  public static List<Target> named(
      Fields response, String authority, String asked, PathRewrite rewrite) {
    List<Target> targets = new ArrayList<>(2);
    for (String field : List.of("location", "content-location")) {
      String reference = response.header(field);
      Target target = reference == null ? null : target(reference, authority, asked, rewrite);
      if (target != null) {
        targets.add(target);
      }
    }
    return targets;
  }

  private static @Nullable Target target(
      String reference, String authority, String asked, PathRewrite rewrite) {
    URI resolved;
    try {
      resolved =
          URI.create("http://" + authority + asked)
              .resolve(reference.startsWith("?") ? asked + reference : reference);
    } catch (IllegalArgumentException noReference) {
      return null;
    }
    String path = resolved.getRawPath();
    boolean foreign =
        !authority.equalsIgnoreCase(Objects.requireNonNullElse(resolved.getRawAuthority(), ""));
    if (foreign || path == null) {
      return null;
    }
    // What names no host is a path on the service; a whole address is one that clients know.
    String outside = URI.create(reference).isAbsolute() ? path : rewrite.outside(path);
    String canonical = outside.startsWith("/") ? CanonicalPath.of(outside) : null;
    return canonical == null ? null : new Target(canonical, resolved.getRawQuery());
  }
}
