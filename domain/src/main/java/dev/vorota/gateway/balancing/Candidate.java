package dev.vorota.gateway.balancing;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;

/**
 * An endpoint as one event loop sees it: with the exchanges that this loop has under way there.
 * Counting them for each loop costs nothing that loops could contend for, and as each loop sees its
 * own share of all requests, it weighs endpoints alike. Confined to that loop.
 */
public final class Candidate {

  private final EndpointHealth health;
  private int active;

  Candidate(EndpointHealth health) {
    this.health = health;
  }

  public Endpoint endpoint() {
    return health.endpoint();
  }

  public EndpointHealth health() {
    return health;
  }

  /** How many exchanges are under way. */
  public int active() {
    return active;
  }

  /** An exchange begins. */
  public void began() {
    active++;
  }

  /** An exchange that began is over. */
  public void ended() {
    active--;
  }

  @Override
  public String toString() {
    return endpoint().toString();
  }
}
