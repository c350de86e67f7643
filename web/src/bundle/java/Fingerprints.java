import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of the assets: what the sources call them, and what they are called when served. */
final class Fingerprints {

  private static final Pattern REFERENCE = Pattern.compile("/assets/[A-Za-z0-9._-]+");

  private final Map<String, String> names = new HashMap<>();

  /** A short SHA-256 of the content: 16 hexadecimal digits. */
  static String of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Puts the fingerprint of the content before the extension, and remembers the new path. */
  String name(String path, String content) {
    int dot = path.lastIndexOf('.');
    String named =
        path.substring(0, dot)
            + "-"
            + of(content.getBytes(StandardCharsets.UTF_8))
            + path.substring(dot);
    names.put(path, named);
    return named;
  }

  /**
   * Replaces the paths of assets in a text by their fingerprinted ones.
   *
   * @throws IllegalArgumentException if it names an asset that has not been built
   */
  String rewrite(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match -> {
              String named = names.get(match.group());
              if (named == null) {
                throw new IllegalArgumentException(
                    match.group() + " is no asset; these are: " + names.keySet());
              }
              return named;
            });
  }
}
