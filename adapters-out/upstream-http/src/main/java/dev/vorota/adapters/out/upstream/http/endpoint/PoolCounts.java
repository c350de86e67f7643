package dev.vorota.adapters.out.upstream.http.endpoint;

/**
 * How much is going on with an endpoint.
 *
 * @param connections how many stand
 * @param exchanges how many are under way over them
 * @param waiting how many exchanges wait for a connection
 */
public record PoolCounts(int connections, int exchanges, int waiting) {

  /** Both together. */
  public PoolCounts plus(PoolCounts other) {
    return new PoolCounts(
        connections + other.connections, exchanges + other.exchanges, waiting + other.waiting);
  }
}
