package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.Invalidation;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Forgets what the answer to an unsafe request makes outdated, and passes it on. */
final class InvalidatingListener implements UpstreamListener {

  private final ResponseCache cache;
  private final UpstreamCall call;
  private final UpstreamListener listener;

  InvalidatingListener(ResponseCache cache, UpstreamCall call, UpstreamListener listener) {
    this.cache = cache;
    this.call = call;
    this.listener = listener;
  }

  @Override
  public void head(ResponseHead head) {
    if (Invalidation.isCausedBy(head.status())) {
      forget(call.arrival().path(), call.head().query());
      String authority = Objects.requireNonNullElse(call.head().authority(), "");
      Invalidation.named(head, authority, call.path(), call.action().path())
          .forEach(target -> forget(target.path(), target.query()));
    }
    listener.head(head);
  }

  @Override
  public void asked(Endpoint endpoint) {
    listener.asked(endpoint);
  }

  @Override
  public void add(Header field) {
    listener.add(field);
  }

  @Override
  public void body(ByteBuf data) {
    listener.body(data);
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    listener.end(trailers);
  }

  @Override
  public void failed(UpstreamFailure failure) {
    listener.failed(failure);
  }

  @Override
  public void flush() {
    listener.flush();
  }

  @Override
  public void writable() {
    listener.writable();
  }

  private void forget(String path, @Nullable String query) {
    CachePolicy policy = call.action().cache();
    cache.invalidate(CachedUpstreams.keyOf(call, policy, path, query));
  }
}
