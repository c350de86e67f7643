package dev.vorota.wire.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.wire.head.FieldLine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream is told of where a request comes from: {@code X-Forwarded-*}, {@code Forwarded}
 * (RFC 7239) and {@code Via} (RFC 9110, section 7.6.3). Kept as the lines that are sent, since it
 * is mostly the same for all requests of a connection.
 */
public final class Forwarded {

  private final String proto;
  private final @Nullable String host;
  private final byte[] lines;

  private Forwarded(String proto, @Nullable String host, byte[] lines) {
    this.proto = proto;
    this.host = host;
    this.lines = lines;
  }

  /**
   * @param host what the client asked for, or null where it named none
   */
  public static Forwarded of(
      String xForwardedFor, String proto, @Nullable String host, String forwarded, String via) {
    ByteBuf lines = Unpooled.buffer();
    FieldLine.write(lines, "x-forwarded-for", xForwardedFor);
    FieldLine.write(lines, "x-forwarded-proto", proto);
    if (host != null) {
      FieldLine.write(lines, "x-forwarded-host", host);
    }
    FieldLine.write(lines, "forwarded", forwarded);
    FieldLine.write(lines, "via", via);
    byte[] octets = new byte[lines.readableBytes()];
    lines.readBytes(octets).release();
    return new Forwarded(proto, host, octets);
  }

  /** How the client came, as far as is known. */
  public String proto() {
    return proto;
  }

  /** What the client asked for, or null where it named none. */
  public @Nullable String host() {
    return host;
  }

  public void write(ByteBuf out) {
    out.writeBytes(lines);
  }

  @Override
  public String toString() {
    return new String(lines, US_ASCII);
  }
}
