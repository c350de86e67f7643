package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.balancing.Candidate;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.RetryPolicy.Cause;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import dev.vorota.wire.time.Timer;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with an upstream: asks its endpoints one after the other, as far as the route's
 * policy and the budget allow, until one begins to answer. From then on it only passes on.
 */
final class RetriedExchange implements UpstreamExchange {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final BalancedUpstreams upstreams;
  private final LoopUpstream upstream;
  private final UpstreamCall call;
  private final UpstreamListener listener;
  private final RetryPolicy policy;
  private List<Candidate> tried = List.of();
  private @Nullable Attempt attempt;
  private @Nullable Replay replay;
  private @Nullable Timer wait;
  private @Nullable Trailers trailers;
  private int retries;
  private boolean requestEnded;
  private boolean readWanted = true;
  private boolean tunnel;
  private boolean responseEnded;
  private boolean over;

  RetriedExchange(
      BalancedUpstreams upstreams,
      LoopUpstream upstream,
      UpstreamCall call,
      UpstreamListener listener) {
    this.upstreams = upstreams;
    this.upstream = upstream;
    this.call = call;
    this.listener = listener;
    this.policy = call.action().policy().retries();
  }

  void start() {
    upstream.budget().requested();
    if (call.head().framing().announcesBody() && policy.retries() > 0 && isRepeatable()) {
      replay = new Replay(policy.replayBytes());
    }
    ask();
  }

  @Override
  public boolean isWritable() {
    UpstreamExchange current = asked();
    return current != null && current.isWritable();
  }

  @Override
  public void body(ByteBuf data) {
    UpstreamExchange current = asked();
    if (over) {
      data.release();
    } else if (current != null) {
      keep(data);
      current.body(data);
    } else {
      keepForNext(data);
      data.release();
    }
  }

  @Override
  public void end(@Nullable Trailers after) {
    requestEnded = true;
    trailers = after;
    UpstreamExchange current = asked();
    if (current != null) {
      current.end(after);
    }
    if (tunnel && responseEnded) {
      finish();
    }
  }

  @Override
  public void flush() {
    UpstreamExchange current = asked();
    if (current != null) {
      current.flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    UpstreamExchange current = asked();
    if (current != null) {
      current.read(wanted);
    }
  }

  @Override
  public void cancel() {
    Attempt current = attempt;
    if (current != null) {
      current.cancel();
    }
    finish();
  }

  /**
   * Whether a final head is the answer. Where it is not, the next endpoint is asked instead.
   *
   * @param head of the endpoint that is asked now
   */
  boolean accepts(Attempt from, ResponseHead head) {
    from.candidate().answered(head.status());
    if (policy.isFailure(head.status()) && mayRetry(Cause.STATUS)) {
      from.cancel();
      retry(from.candidate());
      return false;
    }
    if (head.status() == SWITCHING_PROTOCOLS) {
      tunnel = true;
      requestEnded = false;
    }
    Header mark = upstream.balancer().mark(from.candidate(), call.arrival());
    if (mark != null) {
      listener.add(mark);
    }
    forget();
    return true;
  }

  /** The answer is whole, or the endpoint sends no more through the tunnel. */
  void responseEnded() {
    responseEnded = true;
    if (!tunnel || requestEnded) {
      finish();
    }
  }

  /** The endpoint that is asked now gave no answer, or no whole one. */
  void failed(Attempt from, UpstreamFailure failure, boolean answered) {
    Cause cause = causeOf(failure);
    if (tellsAgainstEndpoint(failure)) {
      from.candidate().failed();
    }
    if (!answered && cause != null && mayRetry(cause)) {
      retry(from.candidate());
      return;
    }
    finish();
    listener.failed(failure);
  }

  private void ask() {
    Candidate next = upstream.balancer().choose(call.arrival(), tried);
    if (next == null) {
      finish();
      listener.failed(UpstreamFailure.NO_ENDPOINT);
      return;
    }
    Attempt started = new Attempt(this, listener, next);
    attempt = started;
    listener.asked(next.endpoint());
    UpstreamExchange opened = upstreams.endpoints().open(call, next.endpoint(), started);
    if (!started.isOver()) {
      started.opened(opened);
      catchUp(opened);
    }
  }

  /** Tells a later endpoint what the front has told the first. */
  private void catchUp(UpstreamExchange opened) {
    if (!readWanted) {
      opened.read(false);
    }
    if (replay != null) {
      replay.sendTo(opened);
    }
    if (requestEnded) {
      opened.end(trailers);
    }
    if (retries > 0) {
      opened.flush();
      listener.writable();
    }
  }

  private void retry(Candidate failed) {
    retries++;
    attempt = null;
    if (tried.isEmpty()) {
      tried = new ArrayList<>(policy.retries());
    }
    boolean again = tried.contains(failed) || upstream.live().members().size() == 1;
    tried.add(failed);
    long nanos = again ? policy.backoff().waitNanos(retries, upstreams.random()) : 0;
    if (nanos == 0) {
      ask();
      return;
    }
    Timer pause =
        new Timer() {
          @Override
          protected void expired() {
            ask();
          }
        };
    wait = pause;
    upstreams.timers().set(pause, nanos);
  }

  private boolean mayRetry(Cause cause) {
    return retries < policy.retries()
        && policy.on().contains(cause)
        && (cause == Cause.CONNECT || isRepeatable())
        && (replay == null || replay.isWhole())
        && upstream.budget().take();
  }

  private boolean isRepeatable() {
    return RetryPolicy.isIdempotent(call.head().method());
  }

  private void keep(ByteBuf data) {
    if (replay != null) {
      replay.keep(data);
    }
  }

  /** Nobody is asked at the moment, and nobody has got anything. */
  private void keepForNext(ByteBuf data) {
    if (replay == null) {
      replay = new Replay(Integer.MAX_VALUE);
    }
    replay.keep(data);
  }

  private @Nullable UpstreamExchange asked() {
    Attempt current = attempt;
    return current == null ? null : current.exchange();
  }

  private void finish() {
    Attempt current = attempt;
    over = true;
    forget();
    if (current != null) {
      current.finish();
    }
    if (wait != null) {
      wait.cancel();
    }
  }

  /** Nothing is sent again. */
  private void forget() {
    if (replay != null) {
      replay.release();
      replay = null;
    }
  }

  /** It may be the client that was still for too long in the middle of an exchange. */
  private static boolean tellsAgainstEndpoint(UpstreamFailure failure) {
    return failure != UpstreamFailure.IDLE_TIMEOUT;
  }

  private static @Nullable Cause causeOf(UpstreamFailure failure) {
    return switch (failure) {
      case UNRESOLVED, REFUSED, UNREACHABLE, CONNECT_TIMEOUT -> Cause.CONNECT;
      case DISCONNECTED -> Cause.DISCONNECT;
      case FIRST_BYTE_TIMEOUT -> Cause.FIRST_BYTE_TIMEOUT;
      case NO_ENDPOINT, IDLE_TIMEOUT, MALFORMED, HEAD_TOO_LARGE -> null;
    };
  }
}
