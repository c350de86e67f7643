package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.balancing.Candidate;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.resilience.HedgePolicy;
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
 * policy and the budget allow, until one begins to answer. Where the route hedges and the first one
 * is slow, a rival is asked as well, and the quicker one answers. From then on it only passes on.
 */
final class RetriedExchange implements UpstreamExchange {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final BalancedUpstreams upstreams;
  private final LoopUpstream upstream;
  private final UpstreamCall call;
  private final UpstreamListener listener;
  private final RetryPolicy policy;
  private final Contenders contenders = new Contenders();
  private @Nullable Retries retries;
  private @Nullable Replay replay;
  private @Nullable Timer pause;
  private @Nullable Timer hedge;
  private @Nullable Trailers trailers;
  private boolean bodyGone;
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
    upstreams.began();
    upstream.budget().requested();
    if (call.head().framing().announcesBody() && policy.retries() > 0 && isRepeatable()) {
      replay = new Replay(policy.replayBytes());
    }
    ask();
    HedgePolicy hedging = call.action().policy().hedge();
    if (hedging != null && !over && mayHedge()) {
      hedge = upstreams.timers().after(hedging.delay().toNanos(), this::askRival);
    }
  }

  @Override
  public boolean isWritable() {
    UpstreamExchange current = contenders.exchange();
    return current != null && current.isWritable();
  }

  @Override
  public void body(ByteBuf data) {
    UpstreamExchange current = contenders.exchange();
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
    UpstreamExchange current = contenders.exchange();
    if (current != null) {
      current.end(after);
    }
    if (tunnel && responseEnded) {
      finish();
    }
  }

  @Override
  public void flush() {
    UpstreamExchange current = contenders.exchange();
    if (current != null) {
      current.flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    UpstreamExchange current = contenders.exchange();
    if (current != null) {
      current.read(wanted);
    }
  }

  @Override
  public void cancel() {
    contenders.cancel();
    finish();
  }

  /**
   * Whether a final head is the answer. Where it is not, the next endpoint is asked instead.
   *
   * @param head of the endpoint that is asked now
   */
  boolean accepts(Attempt from, ResponseHead head) {
    from.candidate().answered(head.status());
    if (policy.isFailure(head.status()) && (contenders.areTwo() || mayRetry(Cause.STATUS))) {
      from.cancel();
      next(from);
      return false;
    }
    decide(from);
    if (head.status() == SWITCHING_PROTOCOLS) {
      upstreams.ended();
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

  /** An endpoint that is asked now gave no answer, or no whole one. */
  void failed(Attempt from, UpstreamFailure failure, boolean answered) {
    if (tellsAgainstEndpoint(failure)) {
      from.candidate().failed();
    }
    if (!answered && (contenders.areTwo() || mayRetry(Retries.causeOf(failure)))) {
      next(from);
      return;
    }
    finish();
    listener.failed(failure);
  }

  private void ask() {
    ask(choose());
  }

  private void ask(@Nullable Candidate next) {
    if (next == null) {
      finish();
      listener.failed(UpstreamFailure.NO_ENDPOINT);
      return;
    }
    Attempt started = new Attempt(this, listener, next);
    contenders.begins(started);
    open(started);
  }

  private @Nullable Candidate choose() {
    return upstream
        .balancer()
        .choose(call.arrival(), retries == null ? List.of() : retries.tried());
  }

  /** Asks a second endpoint for the same, where there is one. */
  private void askRival() {
    Attempt first = contenders.first();
    if (first == null) {
      return;
    }
    List<Candidate> others = new ArrayList<>(List.of(first.candidate()));
    if (retries != null) {
      others.addAll(retries.tried());
    }
    Candidate second = upstream.balancer().choose(call.arrival(), others);
    if (second != null && !others.contains(second) && upstream.takeRetry()) {
      Attempt started = new Attempt(this, listener, second);
      contenders.joins(started);
      open(started);
    }
  }

  private void open(Attempt started) {
    Endpoint endpoint = started.candidate().endpoint();
    listener.asked(endpoint);
    UpstreamExchange opened = upstreams.endpoints().open(call, endpoint, started);
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
    if (retries != null || contenders.areTwo()) {
      opened.flush();
      listener.writable();
    }
  }

  /** Goes on without an endpoint that has failed: with its rival, or with another one. */
  private void next(Attempt failed) {
    Retries counted = retries();
    counted.failed(failed.candidate());
    contenders.drop(failed);
    if (contenders.first() != null) {
      return;
    }
    Candidate other = choose();
    long nanos = other == null ? 0 : counted.pauseNanos(other, upstreams.random());
    if (nanos == 0) {
      ask(other);
    } else {
      pause = upstreams.timers().after(nanos, this::ask);
    }
  }

  /** One has begun to answer; what its rival says counts no more. */
  private void decide(Attempt winner) {
    stop(hedge);
    if (contenders.areTwo()) {
      contenders.decide(winner);
      read(readWanted);
      listener.asked(winner.candidate().endpoint());
    }
  }

  private boolean mayRetry(@Nullable Cause cause) {
    return cause != null
        && policy.retries() > 0
        && !bodyGone
        && (replay == null || replay.isWhole())
        && retries().take(cause);
  }

  private boolean mayHedge() {
    return isRepeatable() && !call.head().framing().announcesBody() && !call.tunnel();
  }

  private Retries retries() {
    Retries counted = retries;
    if (counted == null) {
      counted = new Retries(upstream, policy, isRepeatable());
      retries = counted;
    }
    return counted;
  }

  private boolean isRepeatable() {
    return RetryPolicy.isIdempotent(call.head().method());
  }

  private void keep(ByteBuf data) {
    if (replay != null) {
      replay.keep(data);
    } else {
      bodyGone = true;
    }
  }

  /** Nobody is asked at the moment; the front sends what it has read already, and no more. */
  private void keepForNext(ByteBuf data) {
    if (replay == null) {
      replay = new Replay(0);
    }
    replay.hold(data);
  }

  private void finish() {
    if (!over && !tunnel) {
      upstreams.ended();
    }
    over = true;
    forget();
    contenders.finish();
    stop(pause);
    stop(hedge);
  }

  /** Nothing is sent again. */
  private void forget() {
    if (replay != null) {
      replay.release();
      replay = null;
    }
  }

  /**
   * It may be the client that was still for too long in the middle of an exchange; how many
   * connections there may be, and what is spoken, are the gateway's own doing.
   */
  private static boolean tellsAgainstEndpoint(UpstreamFailure failure) {
    return switch (failure) {
      case IDLE_TIMEOUT, BUSY, NO_TUNNEL -> false;
      default -> true;
    };
  }

  private static void stop(@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }
}
