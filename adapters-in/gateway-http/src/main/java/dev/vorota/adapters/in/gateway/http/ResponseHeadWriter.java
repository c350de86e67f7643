package dev.vorota.adapters.in.gateway.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.wire.body.BodyFraming;
import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.HopByHop;
import dev.vorota.wire.head.KnownField;
import dev.vorota.wire.head.MessageFraming;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the heads that clients get. */
final class ResponseHeadWriter {

  private static final int USUAL_SIZE = 2_048;
  private static final byte[] CHUNKED = "transfer-encoding: chunked\r\n".getBytes(US_ASCII);
  private static final byte[] CLOSE = "connection: close\r\n".getBytes(US_ASCII);
  private static final byte[] KEEP_ALIVE = "connection: keep-alive\r\n".getBytes(US_ASCII);
  private static final byte[] UPGRADE =
      "connection: Upgrade\r\nupgrade: websocket\r\n".getBytes(US_ASCII);
  private static final byte[] VIA = "via: 1.1 vorota\r\n".getBytes(US_ASCII);

  /** What a response says of its connection. */
  enum Persistence {
    /** Nothing: HTTP/1.1 goes on unless it is told otherwise. */
    IMPLIED,
    /** HTTP/1.0 goes on only when it is told so. */
    KEEP_ALIVE,
    CLOSE,
    UPGRADE
  }

  private ResponseHeadWriter() {}

  /**
   * Writes the head of an answer that the gateway makes itself.
   *
   * @param length the body's, or {@link MessageFraming#NO_LENGTH} where there can't be one
   */
  static ByteBuf own(
      int status,
      List<Header> headers,
      List<Header> more,
      HeaderChanges changes,
      long length,
      String date,
      Persistence persistence,
      ByteBufAllocator allocator) {
    ByteBuf out = allocator.buffer(USUAL_SIZE);
    ByteBufUtil.writeAscii(out, "HTTP/1.1 ");
    ByteBufUtil.writeAscii(out, HttpResponseStatus.valueOf(status).toString());
    out.writeShort(FieldLine.CRLF);
    FieldLine.write(out, "date", date);
    kept(out, headers, changes);
    kept(out, more, changes);
    FieldLine.writeAll(out, changes.written());
    if (length != MessageFraming.NO_LENGTH) {
      FieldLine.write(out, "content-length", Long.toString(length));
    }
    return end(out, persistence);
  }

  /**
   * Writes an upstream's head on: its fields as they came, except those that were for its
   * connection only.
   *
   * @param rewrite what became of the path, and so has to be undone in a location that the upstream
   *     names
   * @param more fields that the gateway adds
   */
  static ByteBuf forwarded(
      ResponseHead head,
      PathRewrite rewrite,
      List<Header> more,
      HeaderChanges changes,
      BodyFraming framing,
      Persistence persistence,
      ByteBufAllocator allocator) {
    ByteBuf out = allocator.buffer(USUAL_SIZE);
    head.writeStatusLine(out);
    HopByHop hopByHop = HopByHop.of(head);
    head.writeFields(
        i ->
            hopByHop.covers(i)
                || isReplaced(head.known(i), framing)
                || head.isNamedIn(i, changes.removed()),
        out);
    if (head.has(KnownField.LOCATION) && !changes.removed().contains("location")) {
      for (String location : head.headers("location")) {
        FieldLine.write(out, "location", outside(location, rewrite));
      }
    }
    String via = head.joined(KnownField.VIA);
    if (via == null) {
      out.writeBytes(VIA);
    } else {
      FieldLine.write(out, "via", via + ", 1.1 vorota");
    }
    kept(out, more, changes);
    FieldLine.writeAll(out, changes.written());
    if (framing == BodyFraming.CHUNKED) {
      out.writeBytes(CHUNKED);
    } else if (head.mayTellLength()) {
      FieldLine.write(out, "content-length", Long.toString(head.framing().contentLength()));
    }
    return end(out, persistence);
  }

  private static boolean isReplaced(@Nullable KnownField field, BodyFraming framing) {
    return switch (field) {
      case LOCATION, VIA -> true;
      case TRAILER -> framing != BodyFraming.CHUNKED;
      case null, default -> false;
    };
  }

  /** A path that the upstream names, as a client has to ask for it. */
  private static String outside(String location, PathRewrite rewrite) {
    boolean isPath = location.startsWith("/") && !location.startsWith("//");
    return isPath ? rewrite.outside(location) : location;
  }

  private static ByteBuf end(ByteBuf out, Persistence persistence) {
    switch (persistence) {
      case IMPLIED -> {}
      case KEEP_ALIVE -> out.writeBytes(KEEP_ALIVE);
      case CLOSE -> out.writeBytes(CLOSE);
      case UPGRADE -> out.writeBytes(UPGRADE);
    }
    return out.writeShort(FieldLine.CRLF);
  }

  private static void kept(ByteBuf out, List<Header> headers, HeaderChanges changes) {
    for (int i = 0; i < headers.size(); i++) {
      Header header = headers.get(i);
      if (!changes.removed().contains(header.name())) {
        FieldLine.write(out, header.name(), header.value());
      }
    }
  }
}
