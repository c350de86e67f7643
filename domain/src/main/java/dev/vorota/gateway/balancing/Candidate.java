package dev.vorota.gateway.balancing;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.EndpointTally;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as one event loop sees it: with the exchanges that this loop has under way there.
 * Counting them for each loop costs nothing that loops could contend for, and as each loop sees its
 * own share of all requests, it weighs endpoints alike. Confined to that loop.
 */
public final class Candidate {

  private final EndpointHealth health;
  private final int weight;
  private final long seed;
  private final EndpointTally tally;
  private long credit;
  private @Nullable String mark;

  Candidate(EndpointHealth health) {
    this.health = health;
    this.tally = health.tally();
    this.weight = health.member().weight();
    this.seed = Fingerprint.of(health.endpoint().toString());
  }

  public Endpoint endpoint() {
    return health.endpoint();
  }

  public EndpointHealth health() {
    return health;
  }

  /** How many exchanges are under way. */
  public int active() {
    return tally.active();
  }

  /** An exchange begins. */
  public void began() {
    tally.began();
  }

  /** An exchange that began is over. */
  public void ended() {
    tally.ended();
  }

  /** It has begun to answer. */
  public void answered(int status) {
    tally.answered(status);
  }

  /** It gave no answer, or none that is whole. */
  public void failed() {
    tally.failed();
  }

  /** Its share beside the others'. */
  int weight() {
    return weight;
  }

  /** What makes its draws for keys unlike those of others. */
  long seed() {
    return seed;
  }

  /** What its weight entitles it to, less what it got. */
  long credit() {
    return credit;
  }

  void credit(long now) {
    credit = now;
  }

  /** What clients see of it. */
  String mark() {
    String known = mark;
    if (known == null) {
      known = EndpointMark.of(endpoint());
      mark = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return endpoint().toString();
  }
}
