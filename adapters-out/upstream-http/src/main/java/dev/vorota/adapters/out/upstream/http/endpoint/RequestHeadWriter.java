package dev.vorota.adapters.out.upstream.http.endpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.wire.exchange.Deadline;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.HopByHop;
import dev.vorota.wire.head.KnownField;
import dev.vorota.wire.head.MessageFraming;
import dev.vorota.wire.head.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes the head that an upstream gets: the client's fields as they came, except those that were
 * for its connection only, and what the gateway has to say.
 */
final class RequestHeadWriter {

  private static final int USUAL_SIZE = 2_048;
  private static final byte[] VERSION = " HTTP/1.1\r\n".getBytes(US_ASCII);
  private static final byte[] CHUNKED = "transfer-encoding: chunked\r\n".getBytes(US_ASCII);
  private static final byte[] UPGRADE =
      "connection: Upgrade\r\nupgrade: websocket\r\n".getBytes(US_ASCII);
  private static final byte[] TRAILERS = "connection: TE\r\nte: trailers\r\n".getBytes(US_ASCII);

  private RequestHeadWriter() {}

  static ByteBuf write(UpstreamCall call, Endpoint endpoint, ByteBufAllocator allocator) {
    RequestHead head = call.head();
    ByteBuf out = allocator.buffer(USUAL_SIZE);
    ByteBufUtil.writeAscii(out, head.method());
    out.writeByte(' ');
    head.writeTarget(call.path(), out);
    out.writeBytes(VERSION);
    FieldLine.write(out, "host", call.action().host().of(head, endpoint));
    HopByHop hopByHop = HopByHop.of(head);
    HeaderChanges changes = call.action().headers();
    head.writeFields(
        i ->
            hopByHop.covers(i)
                || isReplaced(head, head.known(i))
                || head.isNamedIn(i, changes.removed()),
        out);
    call.forwarded().write(out);
    FieldLine.writeAll(out, changes.written());
    writeDeadline(call, out);
    writeConnection(call, out);
    return out.writeShort(FieldLine.CRLF);
  }

  private static boolean isReplaced(RequestHead head, @Nullable KnownField field) {
    return switch (field) {
      case HOST, FORWARDED, VIA, X_FORWARDED_FOR, X_FORWARDED_HOST, X_FORWARDED_PROTO -> true;
      case EXPECT -> !head.expectsContinue();
      case TRAILER -> !head.framing().isChunked();
      case null, default -> false;
    };
  }

  private static void writeDeadline(UpstreamCall call, ByteBuf out) {
    Deadline deadline = call.deadline();
    String field = call.action().policy().deadlineField();
    if (deadline != null && field != null) {
      FieldLine.write(out, field, Long.toString(deadline.leftMillis(System.nanoTime())));
    }
  }

  private static void writeConnection(UpstreamCall call, ByteBuf out) {
    MessageFraming framing = call.head().framing();
    if (framing.isChunked()) {
      out.writeBytes(CHUNKED);
    } else if (framing.contentLength() != MessageFraming.NO_LENGTH) {
      FieldLine.write(out, "content-length", Long.toString(framing.contentLength()));
    }
    if (call.tunnel()) {
      out.writeBytes(UPGRADE);
    } else if (call.head().acceptsTrailers()) {
      out.writeBytes(TRAILERS);
    }
  }
}
