package dev.vorota.gateway.http;

/** How content is coded (RFC 9110, section 8.4.1), the coding liked best first. */
public enum ContentCoding {
  ZSTD("zstd"),
  BROTLI("br"),
  GZIP("gzip"),
  IDENTITY("identity");

  private final String token;

  ContentCoding(String token) {
    this.token = token;
  }

  /** Its name in {@code Content-Encoding} and {@code Accept-Encoding}. */
  public String token() {
    return token;
  }

  /**
   * The coding of this name.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static ContentCoding of(String token) {
    for (ContentCoding coding : values()) {
      if (coding.token.equals(token)) {
        return coding;
      }
    }
    throw new IllegalArgumentException("coding must be zstd, br, gzip or identity: " + token + ".");
  }
}
