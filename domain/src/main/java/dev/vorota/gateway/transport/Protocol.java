package dev.vorota.gateway.transport;

/** What is spoken with an endpoint. */
public enum Protocol {
  /** HTTP/1.1, over TLS or not. */
  HTTP1("http1"),

  /** HTTP/2 over TLS, agreed on by ALPN (RFC 9113, section 3.2). */
  H2("h2"),

  /** HTTP/2 without TLS, with prior knowledge (RFC 9113, section 3.3). */
  H2C("h2c");

  private final String word;

  Protocol(String word) {
    this.word = word;
  }

  /** Whether one connection carries many exchanges. */
  public boolean isMultiplexed() {
    return this != HTTP1;
  }

  /**
   * The protocol that a configuration calls so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Protocol named(String word) {
    for (Protocol protocol : values()) {
      if (protocol.word.equals(word)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("Expected http1, h2 or h2c: " + word + ".");
  }

  /** As a configuration calls it. */
  @Override
  public String toString() {
    return word;
  }
}
