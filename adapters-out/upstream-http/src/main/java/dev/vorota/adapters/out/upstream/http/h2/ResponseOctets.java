package dev.vorota.adapters.out.upstream.http.h2;

import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields that an answer of HTTP/2 has as octets of HTTP/1.1, and lets the parser of
 * those read them, so that there is one that decides what is good. What HTTP/2 could say and
 * HTTP/1.1 would take for something else is refused before (RFC 9113, sections 8.2 and 10.3).
 */
public final class ResponseOctets {

  private static final int USUAL_SIZE = 1_024;
  private static final int STATUS_DIGITS = 3;

  private ResponseOctets() {}

  /**
   * Reads a head.
   *
   * @param into empty; holds the head afterwards
   * @param last whether no body follows
   * @param method the request's
   * @throws MalformedMessageException if the answer is not good
   */
  public static void readHead(
      Http2Headers fields,
      ResponseHead into,
      boolean last,
      String method,
      ByteBufAllocator allocator) {
    CharSequence status = fields.status();
    if (status == null || status.length() != STATUS_DIGITS || "101".contentEquals(status)) {
      throw MalformedMessageException.of(
          ":status", String.valueOf(status), "three digits, and not 101");
    }
    ByteBuf octets = allocator.buffer(USUAL_SIZE);
    try {
      ByteBufUtil.writeAscii(octets, "HTTP/1.1 ");
      ByteBufUtil.writeAscii(octets, status);
      octets.writeByte(' ').writeShort(FieldLine.CRLF);
      boolean measured = writeFields(fields, octets);
      if (last && !measured && mayBeMeasured(status, method)) {
        FieldLine.write(octets, "content-length", "0");
      }
      octets.writeShort(FieldLine.CRLF);
      if (!into.read(octets) || octets.isReadable()) {
        throw MalformedMessageException.of("head", "more than one", "one head");
      }
    } finally {
      octets.release();
    }
  }

  /**
   * Reads what follows a body; null where nothing does.
   *
   * @throws MalformedMessageException if it is not good
   */
  public static @Nullable Trailers readTrailers(Http2Headers fields, ByteBufAllocator allocator) {
    if (fields.isEmpty()) {
      return null;
    }
    if (fields.status() != null) {
      throw MalformedMessageException.of(":status", "given", "absent after the body");
    }
    ByteBuf octets = allocator.buffer(USUAL_SIZE);
    try {
      writeFields(fields, octets);
      octets.writeShort(FieldLine.CRLF);
      Trailers trailers = new Trailers();
      if (!trailers.read(octets) || octets.isReadable()) {
        throw MalformedMessageException.of("trailers", "more than one", "one section");
      }
      return trailers;
    } finally {
      octets.release();
    }
  }

  /** Returns whether one of the fields is a length. */
  private static boolean writeFields(Http2Headers fields, ByteBuf out) {
    boolean measured = false;
    for (Map.Entry<CharSequence, CharSequence> field : fields) {
      CharSequence name = field.getKey();
      CharSequence value = field.getValue();
      if (name.length() > 0 && name.charAt(0) == ':') {
        continue;
      }
      requireName(name);
      requireValue(name, value);
      measured |= "content-length".contentEquals(name);
      ByteBufUtil.writeAscii(out, name);
      out.writeByte(':').writeByte(' ');
      ByteBufUtil.writeAscii(out, value);
      out.writeShort(FieldLine.CRLF);
    }
    return measured;
  }

  private static void requireName(CharSequence name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == ':' || c >= 0x7f || (c >= 'A' && c <= 'Z')) {
        throw MalformedMessageException.at("field name", (byte) c, "a token in lower case");
      }
    }
    switch (name.toString()) {
      case "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade" ->
          throw MalformedMessageException.of(
              name.toString(), "given", "absent: it speaks of a connection of HTTP/1.1");
      default -> {}
    }
  }

  private static void requireValue(CharSequence name, CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        throw MalformedMessageException.at(name.toString(), (byte) c, "free of control characters");
      }
    }
  }

  /** An empty body can be told as such (RFC 9110, section 8.6). */
  private static boolean mayBeMeasured(CharSequence status, String method) {
    char first = status.charAt(0);
    return first >= '2'
        && !"204".contentEquals(status)
        && !"304".contentEquals(status)
        && !method.equals("HEAD");
  }
}
