package dev.vorota.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The octets of an answer that the gateway makes itself: an array or a part of one, shared between
 * exchanges and never changed.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared by many
public record Body(byte[] octets, int offset, int length) {

  /** No octets. */
  public static final Body EMPTY = of(new byte[0]);

  /**
   * @throws IndexOutOfBoundsException if the array does not hold such a part
   */
  public Body {
    Objects.checkFromIndexSize(offset, length, octets.length);
  }

  /** The whole array, which from here on nobody may change. */
  public static Body of(byte[] octets) {
    return new Body(octets, 0, octets.length);
  }

  /**
   * A part of these octets, without a copy.
   *
   * @throws IndexOutOfBoundsException if there is no such part
   */
  public Body part(int from, int count) {
    Objects.checkFromIndexSize(from, count, length);
    return new Body(octets, offset + from, count);
  }

  /** The octets read as UTF-8. */
  public String text() {
    return new String(octets, offset, length, StandardCharsets.UTF_8);
  }
}
