package dev.vorota.gateway.cache;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a response is kept under: the resource as the client names it (RFC 9111, section 2), with
 * all that the service is told of that name.
 */
public record ResourceKey(String text) {

  /**
   * @param proto how the client came, as the service is told
   * @param host what the client asked for, as the service is told
   * @param authority what this gateway was asked for
   * @param path in its canonical form
   * @param query what counts of it, or null
   */
  public static ResourceKey of(
      String proto, String host, String authority, String path, @Nullable String query) {
    StringBuilder text = new StringBuilder(proto.length() + host.length() + path.length() + 64);
    text.append(proto).append("://").append(host.toLowerCase(Locale.ROOT));
    if (!authority.equals(host)) {
      text.append('|').append(authority.toLowerCase(Locale.ROOT));
    }
    text.append(path);
    if (query != null) {
      text.append('?').append(query);
    }
    return new ResourceKey(text.toString());
  }
}
