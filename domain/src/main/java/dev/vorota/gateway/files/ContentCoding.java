package dev.vorota.gateway.files;

/** How the content of a variant is coded (RFC 9110, section 8.4.1), the one liked best first. */
public enum ContentCoding {
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
   * @throws IllegalArgumentException if files are kept in no such coding
   */
  public static ContentCoding of(String token) {
    for (ContentCoding coding : values()) {
      if (coding.token.equals(token)) {
        return coding;
      }
    }
    throw new IllegalArgumentException("coding must be br, gzip or identity: " + token + ".");
  }
}
