package dev.vorota.adapters.out.upstream.http.endpoint;

/** The connections with one endpoint on one event loop. */
interface Pool {

  /**
   * Ends what has lasted for too long; called about once a second.
   *
   * @param nowNanos as of {@link System#nanoTime()}
   */
  void sweep(long nowNanos);

  /**
   * Whether connections are kept that serve no exchange: not where their endpoint is none of the
   * upstream's any more. What is under way goes on.
   */
  void keep(boolean wanted);

  /** Whether there is no connection, and nobody who waits for one. */
  boolean isUnused();

  PoolCounts counts();
}
