package dev.vorota.wire.head;

import org.jspecify.annotations.Nullable;

/** The fields that the gateway itself looks at, so that each is recognised once, while parsing. */
public enum KnownField {
  CONNECTION("connection", true),
  CONTENT_LENGTH("content-length", true),
  EXPECT("expect", false),
  FORWARDED("forwarded", false),
  HOST("host", false),
  HTTP2_SETTINGS("http2-settings", true),
  KEEP_ALIVE("keep-alive", true),
  LOCATION("location", false),
  PROXY_AUTHENTICATE("proxy-authenticate", true),
  PROXY_AUTHORIZATION("proxy-authorization", true),
  PROXY_CONNECTION("proxy-connection", true),
  TE("te", true),
  TRAILER("trailer", false),
  TRANSFER_ENCODING("transfer-encoding", true),
  UPGRADE("upgrade", true),
  VIA("via", false),
  X_FORWARDED_FOR("x-forwarded-for", false),
  X_FORWARDED_HOST("x-forwarded-host", false),
  X_FORWARDED_PROTO("x-forwarded-proto", false);

  private static final int SLOTS = 256;
  private static final @Nullable KnownField[] TABLE = fill();

  private final String name;
  private final boolean hopByHop;

  KnownField(String name, boolean hopByHop) {
    this.name = name;
    this.hopByHop = hopByHop;
  }

  /**
   * Whether the field speaks of the connection and is never passed on as it came (RFC 9110, section
   * 7.6.1). Framing fields count among them: each side frames anew.
   */
  boolean isHopByHop() {
    return hopByHop;
  }

  /**
   * The field with this name, or null where it is none of these.
   *
   * @param hash of the name's lower-case bytes, as {@link Ascii#hash} makes it up
   */
  static @Nullable KnownField find(byte[] head, int start, int end, int hash) {
    int slot = slotOf(hash);
    for (KnownField field = TABLE[slot]; field != null; field = TABLE[slot]) {
      if (Ascii.equalsIgnoreCase(head, start, end, field.name)) {
        return field;
      }
      slot = (slot + 1) % SLOTS;
    }
    return null;
  }

  private static @Nullable KnownField[] fill() {
    @Nullable KnownField[] table = new @Nullable KnownField[SLOTS];
    for (KnownField field : values()) {
      int slot = slotOf(hash(field.name));
      while (table[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      table[slot] = field;
    }
    return table;
  }

  private static int hash(String lowerCaseName) {
    int hash = 0;
    for (int i = 0; i < lowerCaseName.length(); i++) {
      hash = Ascii.hash(hash, (byte) lowerCaseName.charAt(i));
    }
    return hash;
  }

  private static int slotOf(int hash) {
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }
}
