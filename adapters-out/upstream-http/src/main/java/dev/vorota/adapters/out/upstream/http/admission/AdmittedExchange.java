package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.gateway.resilience.CircuitBreaker;
import dev.vorota.gateway.resilience.ConcurrencyLimit;
import dev.vorota.wire.exchange.Deadline;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.Trailers;
import dev.vorota.wire.time.Timer;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that counts in a route's breaker and in an upstream's limit, and may have a total
 * time. Where the upstream has too much under way it waits for its turn; then it passes on what the
 * front says.
 */
final class AdmittedExchange implements UpstreamExchange {

  private final AdmittedUpstreams upstreams;
  private final UpstreamListener listener;
  private final CountedAnswer answer;
  private UpstreamCall call;
  private @Nullable Turn turn;
  private @Nullable Timer total;
  private @Nullable UpstreamExchange inner;
  private @Nullable Trailers trailers;
  private boolean requestEnded;
  private boolean readWanted = true;
  private boolean over;

  /**
   * @param passage tells the breaker how it went, or null where there is none
   */
  AdmittedExchange(
      AdmittedUpstreams upstreams,
      UpstreamCall call,
      UpstreamListener listener,
      CircuitBreaker.@Nullable Passage passage) {
    this.upstreams = upstreams;
    this.call = call;
    this.listener = listener;
    this.answer = new CountedAnswer(this, listener, passage);
  }

  /**
   * Begins, or waits for its turn.
   *
   * @param limit that it has to pass, or null where there is none
   */
  void start(@Nullable ConcurrencyLimit limit) {
    Duration time = call.action().policy().timeouts().total();
    if (time != null) {
      call = call.until(new Deadline(System.nanoTime() + time.toNanos()));
      total = upstreams.timers().after(time.toNanos(), this::outOfTime);
    }
    if (limit == null || limit.enter()) {
      ask(limit);
      return;
    }
    Turn waiting = new Turn(this, limit, upstreams);
    turn = waiting;
    if (!waiting.begin()) {
      refuse();
    }
  }

  /** Its turn has come. */
  void admitted(ConcurrencyLimit limit) {
    turn = null;
    if (over) {
      limit.leave();
      return;
    }
    ask(limit);
    flush();
    listener.writable();
  }

  /** There is no room to wait, or it has waited for too long. */
  void refuse() {
    finish();
    listener.failed(UpstreamFailure.OVERLOADED);
  }

  /** Takes no longer than it likes from here on. */
  void becomesTunnel() {
    if (total != null) {
      total.cancel();
    }
  }

  /** Nothing more is exchanged. */
  void finish() {
    over = true;
    answer.close();
    if (total != null) {
      total.cancel();
    }
    if (turn != null) {
      turn.giveUp();
    }
  }

  @Override
  public boolean isWritable() {
    UpstreamExchange current = inner;
    return current != null && current.isWritable();
  }

  @Override
  public void body(ByteBuf data) {
    UpstreamExchange current = inner;
    if (current != null) {
      current.body(data);
      return;
    }
    boolean lost = !over && data.isReadable();
    data.release();
    if (lost) {
      throw new IllegalStateException("a body must wait until the exchange is writable.");
    }
  }

  @Override
  public void end(@Nullable Trailers after) {
    requestEnded = true;
    trailers = after;
    UpstreamExchange current = inner;
    if (current != null) {
      current.end(after);
    }
  }

  @Override
  public void flush() {
    UpstreamExchange current = inner;
    if (current != null) {
      current.flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    UpstreamExchange current = inner;
    if (current != null) {
      current.read(wanted);
    }
  }

  @Override
  public void cancel() {
    UpstreamExchange current = inner;
    if (current != null) {
      current.cancel();
    }
    finish();
  }

  private void ask(@Nullable ConcurrencyLimit limit) {
    answer.expect(limit);
    UpstreamExchange opened = upstreams.inner().open(call, answer);
    inner = opened;
    if (!readWanted) {
      opened.read(false);
    }
    if (requestEnded) {
      opened.end(trailers);
    }
  }

  private void outOfTime() {
    UpstreamExchange current = inner;
    if (current != null) {
      answer.missed();
      current.cancel();
    }
    finish();
    listener.failed(UpstreamFailure.TOTAL_TIMEOUT);
  }
}
