package dev.vorota.adapters.out.gateway.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.gateway.cache.CachedResponse;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.HttpDate;
import dev.vorota.gateway.http.Response;
import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.HopByHop;
import dev.vorota.wire.head.KnownField;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Makes heads of other heads: those that are kept, and those that clients get of them. */
final class Heads {

  private static final int LONGEST = 128 * 1_024;
  private static final int MOST_FIELDS = 500;
  private static final int NO_CONTENT = 204;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int USUAL_SIZE = 1_024;

  private static final byte[] NOT_MODIFIED = line("304 Not Modified");
  private static final byte[] PARTIAL = line("206 Partial Content");
  private static final byte[] UNSATISFIABLE = line("416 Range Not Satisfiable");
  private static final byte[] TIMEOUT = line("504 Gateway Timeout");

  /** What tells of the content that a 304 does not have (RFC 9110, section 15.4.5). */
  private static final List<String> OF_CONTENT =
      List.of(
          "content-type", "content-encoding", "content-language", "content-range", "accept-ranges");

  /**
   * What a 304 does not change, as it is about the body that is kept (RFC 9111, section 3.2); its
   * entity tag is the same, or that of the body before it was coded.
   */
  private static final List<String> OF_BODY = List.of("content-encoding", "content-range", "etag");

  private static final List<String> DATE = List.of("date");
  private static final List<String> VALIDATOR = List.of("last-modified");

  private Heads() {}

  /**
   * The status line and those fields of a response that may be kept (RFC 9111, section 3.1),
   * without the end.
   */
  static ByteBuf draft(ResponseHead received, List<Header> added, CachedResponse judged) {
    ByteBuf out = Unpooled.buffer(USUAL_SIZE);
    received.writeStatusLine(out);
    received.writeFields(unkept(received, List.copyOf(judged.unstored())), out);
    FieldLine.writeAll(out, added);
    if (received.header("date") == null) {
      FieldLine.write(out, "date", judged.date());
    }
    return out;
  }

  /**
   * The same for a response that was good still: what the 304 says goes in the place of what was
   * said before (section 3.2).
   *
   * @param now in milliseconds since 1970
   */
  static ByteBuf updated(
      ResponseHead kept, ResponseHead notModified, List<String> unstored, long now) {
    IntPredicate dropped = unkept(notModified, unstored);
    List<String> told = new ArrayList<>(DATE);
    for (int i = 0; i < notModified.fieldCount(); i++) {
      if (!dropped.test(i) && !notModified.isNamedIn(i, OF_BODY)) {
        told.add(notModified.name(i).toLowerCase(Locale.ROOT));
      }
    }
    ByteBuf out = Unpooled.buffer(USUAL_SIZE);
    kept.writeStatusLine(out);
    kept.writeFields(
        i -> kept.known(i) == KnownField.CONTENT_LENGTH || kept.isNamedIn(i, told), out);
    notModified.writeFields(i -> dropped.test(i) || notModified.isNamedIn(i, OF_BODY), out);
    if (notModified.header("date") == null) {
      writeDate(out, now);
    }
    return out;
  }

  /**
   * The head that a draft becomes once the body is whole.
   *
   * @param status the response's
   */
  static ResponseHead whole(ByteBuf draft, int status, int length) {
    if (status != NO_CONTENT) {
      writeLength(draft, length);
    }
    return parsed(draft);
  }

  /** What a client gets that has the response already. */
  static ResponseHead notModified(ResponseHead head) {
    ByteBuf out = Unpooled.buffer(USUAL_SIZE).writeBytes(NOT_MODIFIED);
    HopByHop hopByHop = HopByHop.of(head);
    boolean tagged = head.header("etag") != null;
    head.writeFields(
        i ->
            hopByHop.covers(i)
                || head.isNamedIn(i, OF_CONTENT)
                || (tagged && head.isNamedIn(i, VALIDATOR)),
        out);
    return parsed(out);
  }

  /** The head of a part of a response (RFC 9110, section 15.3.7). */
  static ResponseHead partial(ResponseHead head, int from, int length, int size) {
    ByteBuf out = Unpooled.buffer(USUAL_SIZE).writeBytes(PARTIAL);
    head.writeFields(i -> head.known(i) == KnownField.CONTENT_LENGTH, out);
    FieldLine.write(out, "content-range", "bytes " + from + "-" + (from + length - 1) + "/" + size);
    writeLength(out, length);
    return parsed(out);
  }

  /**
   * The head of an answer that the cache makes itself, with 416 or 504.
   *
   * @param now in milliseconds since 1970
   */
  static ResponseHead own(Response response, long now) {
    boolean unsatisfiable = response.status() == RANGE_NOT_SATISFIABLE;
    ByteBuf out = Unpooled.buffer(USUAL_SIZE).writeBytes(unsatisfiable ? UNSATISFIABLE : TIMEOUT);
    writeDate(out, now);
    FieldLine.writeAll(out, response.headers());
    writeLength(out, response.body().length());
    return parsed(out);
  }

  private static IntPredicate unkept(ResponseHead received, List<String> unstored) {
    HopByHop hopByHop = HopByHop.of(received);
    return i ->
        hopByHop.covers(i)
            || received.known(i) == KnownField.TRAILER
            || received.isNamedIn(i, unstored);
  }

  private static void writeDate(ByteBuf out, long now) {
    FieldLine.write(out, "date", HttpDate.format(Math.floorDiv(now, 1_000L)));
  }

  private static void writeLength(ByteBuf out, int length) {
    FieldLine.write(out, "content-length", Integer.toString(length));
  }

  private static ResponseHead parsed(ByteBuf octets) {
    octets.writeShort(FieldLine.CRLF);
    ResponseHead head = new ResponseHead(LONGEST, MOST_FIELDS);
    boolean whole = head.read(octets);
    octets.release();
    if (!whole) {
      throw new IllegalStateException("a head that was made must be whole.");
    }
    return head;
  }

  private static byte[] line(String status) {
    return ("HTTP/1.1 " + status + "\r\n").getBytes(US_ASCII);
  }
}
