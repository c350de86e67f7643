package dev.vorota.adapters.out.gateway.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.CachedResponse;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Request;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.HopByHop;
import dev.vorota.wire.head.KnownField;
import dev.vorota.wire.head.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request by which a response is fetched to be kept: that of the client, as a GET,
 * without what is only about what this client has already, and with nothing of the query that is no
 * part of the key. It does not depend on the client's, which may leave.
 */
final class Fetch {

  private static final int LONGEST = 1 << 20;
  private static final int MOST_FIELDS = 2_000;
  private static final int USUAL_SIZE = 1_024;

  private static final List<String> OF_CLIENT =
      List.of(
          "if-match",
          "if-none-match",
          "if-modified-since",
          "if-unmodified-since",
          "if-range",
          "range");

  private record Copied(Request request, String path, InetAddress client) implements Arrival {}

  private Fetch() {}

  /**
   * @param kept what the origin is asked about, or null where a whole response is wanted
   */
  static UpstreamCall of(UpstreamCall call, CachePolicy policy, @Nullable CachedResponse kept) {
    RequestHead copy = copy(call.head(), policy, kept);
    Arrival arrival = call.arrival();
    return new UpstreamCall(
        call.route(),
        call.action(),
        new Copied(copy, arrival.path(), arrival.client()),
        copy,
        call.path(),
        call.forwarded(),
        false,
        call.deadline());
  }

  private static RequestHead copy(
      RequestHead head, CachePolicy policy, @Nullable CachedResponse kept) {
    ByteBuf out = Unpooled.buffer(USUAL_SIZE);
    String query = policy.query().of(head.query());
    out.writeCharSequence("GET ", US_ASCII);
    out.writeCharSequence(head.path(), US_ASCII);
    if (query != null) {
      out.writeByte('?');
      out.writeCharSequence(query, US_ASCII);
    }
    out.writeCharSequence(" HTTP/1.1\r\n", US_ASCII);
    FieldLine.write(out, "host", Objects.requireNonNull(head.authority()));
    HopByHop hopByHop = HopByHop.of(head);
    head.writeFields(
        i -> hopByHop.covers(i) || isOfExchange(head.known(i)) || head.isNamedIn(i, OF_CLIENT),
        out);
    if (kept != null) {
      condition(out, "if-none-match", kept.etag());
      condition(out, "if-modified-since", kept.lastModified());
    }
    out.writeShort(FieldLine.CRLF);
    RequestHead copy = new RequestHead(head.peer(), LONGEST, MOST_FIELDS);
    copy.read(out);
    out.release();
    return copy;
  }

  private static void condition(ByteBuf out, String name, @Nullable String validator) {
    if (validator != null) {
      FieldLine.write(out, name, validator);
    }
  }

  private static boolean isOfExchange(@Nullable KnownField field) {
    return field == KnownField.HOST || field == KnownField.EXPECT || field == KnownField.TRAILER;
  }
}
