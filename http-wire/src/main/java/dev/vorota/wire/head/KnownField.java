package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** The fields that the gateway itself looks at, so that each is recognised once, while parsing. */
public enum KnownField {
  CONNECTION("connection", true),
  CONTENT_LENGTH("content-length", true),
  EXPECT("expect", false),
  FORWARDED("forwarded", false),
  HOST("host", false),
  HTTP2_SETTINGS("http2-settings", true),
  KEEP_ALIVE("keep-alive", true),
  PROXY_AUTHENTICATE("proxy-authenticate", true),
  PROXY_AUTHORIZATION("proxy-authorization", true),
  PROXY_CONNECTION("proxy-connection", true),
  TE("te", true),
  TRAILER("trailer", true),
  TRANSFER_ENCODING("transfer-encoding", true),
  UPGRADE("upgrade", true),
  VIA("via", false),
  X_FORWARDED_FOR("x-forwarded-for", false),
  X_FORWARDED_HOST("x-forwarded-host", false),
  X_FORWARDED_PROTO("x-forwarded-proto", false);

  private static final KnownField[] BY_ORDINAL = values();
  private static final int SLOTS = 256;
  private static final byte[] SLOT_TO_ORDINAL = fill();

  private final String name;
  private final byte[] bytes;
  private final boolean hopByHop;

  KnownField(String name, boolean hopByHop) {
    this.name = name;
    this.bytes = name.getBytes(US_ASCII);
    this.hopByHop = hopByHop;
  }

  /** The name in lower case. */
  public String lowerCaseName() {
    return name;
  }

  /**
   * Whether the field speaks of the connection and is never passed on as it came (RFC 9110, section
   * 7.6.1). Framing fields count among them: each side frames anew.
   */
  boolean isHopByHop() {
    return hopByHop;
  }

  static KnownField of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  /**
   * The ordinal of the field with this name, or -1.
   *
   * @param hash of the name's lower-case bytes, as {@link #hash(byte[])} computes it
   */
  static int find(byte[] head, int start, int end, int hash) {
    int slot = slotOf(hash);
    while (SLOT_TO_ORDINAL[slot] >= 0) {
      byte[] candidate = BY_ORDINAL[SLOT_TO_ORDINAL[slot]].bytes;
      if (Ascii.equalsIgnoreCase(head, start, end, candidate)) {
        return SLOT_TO_ORDINAL[slot];
      }
      slot = (slot + 1) % SLOTS;
    }
    return -1;
  }

  private static byte[] fill() {
    byte[] table = new byte[SLOTS];
    Arrays.fill(table, (byte) -1);
    for (KnownField field : BY_ORDINAL) {
      int slot = slotOf(hash(field.bytes));
      while (table[slot] >= 0) {
        slot = (slot + 1) % SLOTS;
      }
      table[slot] = (byte) field.ordinal();
    }
    return table;
  }

  private static int hash(byte[] lowerCaseName) {
    int hash = 0;
    for (byte b : lowerCaseName) {
      hash = Ascii.hash(hash, b);
    }
    return hash;
  }

  private static int slotOf(int hash) {
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }
}
