package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.resilience.CircuitBreaker;
import dev.vorota.gateway.resilience.ConcurrencyLimit;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Passes an answer on and lets breaker and limit know how it went. What counts is its head: how
 * long a body takes may be the client's doing. A tunnel does not count as under way: it is no
 * request that the service works on.
 */
final class CountedAnswer implements UpstreamListener {

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int SERVER_ERROR = 500;

  private final AdmittedExchange exchange;
  private final UpstreamListener listener;
  private CircuitBreaker.@Nullable Passage passage;
  private @Nullable ConcurrencyLimit limit;
  private long askedNanos;
  private boolean answered;

  CountedAnswer(
      AdmittedExchange exchange,
      UpstreamListener listener,
      CircuitBreaker.@Nullable Passage passage) {
    this.exchange = exchange;
    this.listener = listener;
    this.passage = passage;
  }

  /**
   * The upstream is asked now.
   *
   * @param taken the limit within which it has a place, or null where there is none
   */
  void expect(@Nullable ConcurrencyLimit taken) {
    limit = taken;
    askedNanos = taken == null ? 0 : System.nanoTime();
  }

  /** It does not come, or not in time. */
  void missed() {
    if (answered) {
      return;
    }
    answered = true;
    if (passage != null) {
      passage.failed();
      passage = null;
    }
    if (limit != null) {
      limit.failed(System.nanoTime());
    }
  }

  /** Nothing more is exchanged. */
  void close() {
    if (passage != null) {
      passage.abandoned();
      passage = null;
    }
    leave();
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
  public void head(ResponseHead head) {
    if (!head.isInterim()) {
      count(head.status());
    }
    listener.head(head);
  }

  @Override
  public void body(ByteBuf data) {
    listener.body(data);
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    exchange.finish();
    listener.end(trailers);
  }

  @Override
  public void failed(UpstreamFailure failure) {
    missed();
    exchange.finish();
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

  private void count(int status) {
    answered = true;
    CircuitBreaker.Passage current = passage;
    passage = null;
    if (current != null && status < SERVER_ERROR) {
      current.succeeded();
    } else if (current != null) {
      current.failed();
    }
    if (limit != null) {
      long now = System.nanoTime();
      limit.answered(now - askedNanos, now);
    }
    if (status == SWITCHING_PROTOCOLS) {
      leave();
      exchange.becomesTunnel();
    }
  }

  private void leave() {
    ConcurrencyLimit taken = limit;
    limit = null;
    if (taken != null) {
      taken.leave();
    }
  }
}
