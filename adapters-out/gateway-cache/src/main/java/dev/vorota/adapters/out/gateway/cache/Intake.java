package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.CachedResponse;
import dev.vorota.gateway.http.Header;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response on its way into the cache. */
final class Intake {

  private final CachedResponse judged;
  private final ByteBuf head;
  private final Collector body;

  private Intake(CachedResponse judged, ByteBuf head, Collector body) {
    this.judged = judged;
    this.head = head;
    this.body = body;
  }

  /**
   * Begins with a response whose head has come.
   *
   * @param added fields that it has got on its way here
   * @return null where there is no room for its body
   */
  static @Nullable Intake of(
      ResponseCache cache,
      CachePolicy policy,
      ResponseHead head,
      List<Header> added,
      CachedResponse judged) {
    long length = head.hasBody("GET") ? head.framing().contentLength() : 0;
    Collector body = Collector.of(cache, length, policy.mostBodyBytes());
    return body == null ? null : new Intake(judged, Heads.draft(head, added, judged), body);
  }

  /** Takes a copy of a piece. Returns false, and lets everything go, where it gets too much. */
  boolean add(ByteBuf data) {
    return body.add(data);
  }

  /** The response is whole. */
  StoredResponse finish() {
    StoredBody whole = body.finish();
    int octets = head.readableBytes();
    ResponseHead parsed = Heads.whole(head, judged.status(), whole.length());
    return new StoredResponse(judged, parsed, Heads.notModified(parsed), whole, octets);
  }

  void release() {
    body.release();
  }
}
