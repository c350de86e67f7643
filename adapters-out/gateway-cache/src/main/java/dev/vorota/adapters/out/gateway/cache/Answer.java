package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.conditional.ByteRange;
import dev.vorota.gateway.conditional.RangeProblems;
import dev.vorota.gateway.http.Body;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Answers a client with what is kept. */
final class Answer {

  private static final Header[] YOUNG = young();

  private Answer() {}

  /**
   * Sends what the client needs of a response: all, a part, its head, or that it has it already.
   * Nothing may be read of the request afterwards.
   *
   * @param status what is told of how it was found
   * @return false, and nothing was sent, where the body is gone
   */
  static boolean send(
      StoredResponse stored,
      RequestHead request,
      UpstreamListener listener,
      Header status,
      long now) {
    if (stored.cached().isHadBy(request)) {
      listener.add(age(stored.cached().age(now)));
      listener.add(status);
      listener.head(stored.notModified());
      listener.end(null);
      return true;
    }
    ByteBuf body = stored.body().share();
    if (body == null) {
      return false;
    }
    listener.add(age(stored.cached().age(now)));
    listener.add(status);
    String range = stored.cached().rangeWantedBy(request);
    if (range == null) {
      whole(stored, body, request.method().equals("HEAD"), listener);
    } else {
      range(stored, body, range, listener, now);
    }
    return true;
  }

  /**
   * Sends an answer that the cache makes itself.
   *
   * @param bodiless whether the request was a HEAD
   */
  static void send(Response response, boolean bodiless, UpstreamListener listener, long now) {
    Body body = response.body();
    listener.head(Heads.own(response, now));
    if (!bodiless) {
      listener.body(Unpooled.wrappedBuffer(body.octets(), body.offset(), body.length()));
    }
    listener.end(null);
  }

  private static void whole(
      StoredResponse stored, ByteBuf body, boolean bodiless, UpstreamListener listener) {
    listener.head(stored.head());
    if (bodiless || !body.isReadable()) {
      body.release();
    } else {
      listener.body(body);
    }
    listener.end(null);
  }

  private static void range(
      StoredResponse stored, ByteBuf body, String value, UpstreamListener listener, long now) {
    int size = stored.body().length();
    ByteRange range = ByteRange.of(value, size);
    switch (range.kind()) {
      case WHOLE -> whole(stored, body, false, listener);
      case PART -> {
        listener.head(Heads.partial(stored.head(), range.from(), range.length(), size));
        listener.body(body.slice(range.from(), range.length()));
        listener.end(null);
      }
      case UNSATISFIABLE, MALFORMED -> {
        body.release();
        send(RangeProblems.of(range, value, size), false, listener, now);
      }
    }
  }

  private static Header age(long seconds) {
    return seconds < YOUNG.length
        ? YOUNG[(int) seconds]
        : new Header("age", Long.toString(seconds));
  }

  private static Header[] young() {
    Header[] young = new Header[128];
    for (int i = 0; i < young.length; i++) {
      young[i] = new Header("age", Integer.toString(i));
    }
    return young;
  }
}
