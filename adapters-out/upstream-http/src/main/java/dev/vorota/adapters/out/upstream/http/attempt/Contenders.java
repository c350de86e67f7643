package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.wire.exchange.UpstreamExchange;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked now within one exchange: nobody, one endpoint, or two of which the quicker answers.
 */
final class Contenders {

  private @Nullable Attempt first;
  private @Nullable Attempt rival;

  /** One is asked, where nobody is. */
  void begins(Attempt one) {
    first = one;
  }

  /** Another one is asked as well. */
  void joins(Attempt other) {
    rival = other;
  }

  /** The first one, or null where nobody is asked. */
  @Nullable Attempt first() {
    return first;
  }

  /** The exchange with the first one; null where nobody is asked, or it is just being opened. */
  @Nullable UpstreamExchange exchange() {
    Attempt current = first;
    return current == null ? null : current.exchange();
  }

  /** Whether a second one is asked. */
  boolean areTwo() {
    return rival != null;
  }

  /** One is out of it; where there is another, that one is the first from here on. */
  void drop(Attempt one) {
    first = one == first ? rival : first;
    rival = null;
  }

  /** One has won; the other is given up, where there is one. */
  void decide(Attempt winner) {
    Attempt loser = winner == first ? rival : first;
    first = winner;
    rival = null;
    if (loser != null) {
      loser.cancel();
    }
  }

  /** Gives all up. */
  void cancel() {
    if (first != null) {
      first.cancel();
    }
    if (rival != null) {
      rival.cancel();
    }
  }

  /** Nothing more is exchanged with any. */
  void finish() {
    if (first != null) {
      first.finish();
    }
    if (rival != null) {
      rival.finish();
    }
  }
}
