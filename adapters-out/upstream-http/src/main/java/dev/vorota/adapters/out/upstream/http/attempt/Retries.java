package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.balancing.Candidate;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.RetryPolicy.Cause;
import dev.vorota.wire.exchange.UpstreamFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What was asked in vain within one exchange, and whether another endpoint may be asked. */
final class Retries {

  private final LoopUpstream upstream;
  private final RetryPolicy policy;
  private final boolean repeatable;
  private final List<Candidate> tried;
  private int done;

  /**
   * @param repeatable whether what an endpoint may have begun to do may be done again
   */
  Retries(LoopUpstream upstream, RetryPolicy policy, boolean repeatable) {
    this.upstream = upstream;
    this.policy = policy;
    this.repeatable = repeatable;
    this.tried = new ArrayList<>(policy.retries());
  }

  /** Those that were asked in vain. */
  List<Candidate> tried() {
    return tried;
  }

  /** Takes one more from what the policy and the budget allow. Returns whether there was one. */
  boolean take(Cause cause) {
    if (done >= policy.retries()
        || !policy.on().contains(cause)
        || (cause != Cause.CONNECT && !repeatable)
        || !upstream.takeRetry()) {
      return false;
    }
    done++;
    return true;
  }

  /** One was asked in vain. */
  void failed(Candidate one) {
    tried.add(one);
  }

  /** How long to wait before one is asked, in ns: only where it was asked in vain before. */
  long pauseNanos(Candidate next, RandomGenerator random) {
    return tried.contains(next) ? policy.backoff().waitNanos(done, random) : 0;
  }

  /** What a failure is among the causes of a retry, or null where it is none. */
  static @Nullable Cause causeOf(UpstreamFailure failure) {
    return switch (failure) {
      case UNRESOLVED, REFUSED, UNREACHABLE, CONNECT_TIMEOUT -> Cause.CONNECT;
      case TLS, BUSY, NOT_PROCESSED -> Cause.CONNECT;
      case DISCONNECTED -> Cause.DISCONNECT;
      case FIRST_BYTE_TIMEOUT -> Cause.FIRST_BYTE_TIMEOUT;
      case NO_ENDPOINT, NO_TUNNEL, IDLE_TIMEOUT, MALFORMED, HEAD_TOO_LARGE -> null;
      case TOTAL_TIMEOUT, CIRCUIT_OPEN, OVERLOADED, GATEWAY_OVERLOADED -> null;
    };
  }
}
