package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One exchange with an endpoint, as far as it is the same whatever is spoken. */
abstract class EndpointExchange implements UpstreamExchange {

  private final UpstreamCall call;
  private final Endpoint endpoint;
  private final UpstreamListener listener;
  private @Nullable Queue<ByteBuf> waiting;
  private boolean bodySent;
  private boolean answered;
  private boolean over;

  EndpointExchange(UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    this.call = call;
    this.endpoint = endpoint;
    this.listener = listener;
  }

  final UpstreamCall call() {
    return call;
  }

  final Endpoint endpoint() {
    return endpoint;
  }

  final UpstreamListener listener() {
    return listener;
  }

  final String method() {
    return call.head().method();
  }

  final Timeouts timeouts() {
    return call.action().policy().timeouts();
  }

  /** The endpoint has begun to answer: from here on nothing is sent again. */
  final void answered() {
    answered = true;
  }

  final boolean isAnswered() {
    return answered;
  }

  /** Whether there is nothing more to exchange. */
  final boolean isOver() {
    return over;
  }

  /** Something of the body has been sent. */
  final void bodySent() {
    bodySent = true;
  }

  final boolean isBodySent() {
    return bodySent;
  }

  /** Whether the client waits to be told to go on. */
  final boolean awaitsContinue() {
    return call.head().expectsContinue() && !bodySent;
  }

  /** Keeps a piece of the body until there is a connection. */
  final void keep(ByteBuf data) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(data);
  }

  /** The next piece that was kept, or null where there is none. */
  final @Nullable ByteBuf nextWaiting() {
    return waiting == null ? null : waiting.poll();
  }

  /** There is nothing more to exchange. */
  final void finish() {
    over = true;
    for (ByteBuf data = nextWaiting(); data != null; data = nextWaiting()) {
      data.release();
    }
  }

  /** There will be no answer, or no more of it. */
  final void fail(UpstreamFailure failure) {
    if (!over) {
      finish();
      listener.failed(failure);
    }
  }
}
