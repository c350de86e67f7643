package dev.vorota.gateway.routing;

/**
 * What a path must look like before a route is looked for. A path is matched and passed on exactly
 * as it was sent, so one that a service behind the gateway might read as another path is refused
 * here: that would be a way round the rules of access.
 */
public final class RequestPath {

  private static final int ESCAPE_LENGTH = 3;

  private RequestPath() {}

  /**
   * Whether a path has no segment {@code .} or {@code ..}, plain or percent-encoded (RFC 3986,
   * section 5.2.4), no backslash, no encoded control character or slash, and only whole
   * percent-encodings.
   */
  public static boolean isPlain(String path) {
    int segment = 0;
    boolean dots = true;
    for (int i = 0; i < path.length(); i++) {
      int c = path.charAt(i);
      boolean encoded = c == '%';
      if (encoded) {
        c = decode(path, i);
        i += ESCAPE_LENGTH - 1;
      }
      if (c == '\\' || c < 0x20 || c == 0x7f || (encoded && c == '/')) {
        return false;
      }
      if (c == '/') {
        if (dots && segment > 0) {
          return false;
        }
        segment = 0;
        dots = true;
      } else {
        segment++;
        dots = dots && c == '.' && segment <= 2;
      }
    }
    return !dots || segment == 0;
  }

  private static int decode(String path, int at) {
    if (at + ESCAPE_LENGTH > path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(at + 1), 16);
    int low = Character.digit(path.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
