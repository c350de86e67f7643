package dev.vorota.wire.head;

import dev.vorota.gateway.http.Header;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;

/** Writes field lines (RFC 9112, section 5). */
public final class FieldLine {

  /** The end of a line, as one number to write. */
  public static final int CRLF = '\r' << 8 | '\n';

  private static final int COLON_SPACE = ':' << 8 | ' ';

  private FieldLine() {}

  /** Writes fields, each with the end of its line. */
  public static void writeAll(ByteBuf out, List<Header> headers) {
    for (int i = 0; i < headers.size(); i++) {
      write(out, headers.get(i).name(), headers.get(i).value());
    }
  }

  /**
   * Writes a field and the end of its line. Characters beyond ASCII become question marks.
   *
   * @param value without control characters
   */
  public static void write(ByteBuf out, String name, String value) {
    ByteBufUtil.writeAscii(out, name);
    out.writeShort(COLON_SPACE);
    ByteBufUtil.writeAscii(out, value);
    out.writeShort(CRLF);
  }
}
