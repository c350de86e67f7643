package dev.vorota.gateway.resilience;

import java.util.concurrent.atomic.LongAdder;

/** Counts what became of an upstream's retries and hedges, for those who look after it. */
public final class RetryTally {

  private final LongAdder granted = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /** The budget was asked for one. */
  public void count(boolean isGranted) {
    (isGranted ? granted : refused).increment();
  }

  /** How many were sent. */
  public long granted() {
    return granted.sum();
  }

  /** How many were not, since the budget was used up. */
  public long refused() {
    return refused.sum();
  }
}
