package dev.vorota.gateway.endpoint;

/**
 * An endpoint as an upstream declares it.
 *
 * @param weight its share of the requests beside that of the others, from 1 to 1,000
 */
public record Member(Endpoint endpoint, int weight) {

  /** The heaviest that a member may be. */
  public static final int MOST_WEIGHT = 1_000;

  public Member {
    if (weight < 1 || weight > MOST_WEIGHT) {
      throw new IllegalArgumentException(
          "weight must be from 1 to " + MOST_WEIGHT + ": " + weight + ".");
    }
  }

  /** A member like any other. */
  public static Member of(Endpoint endpoint) {
    return new Member(endpoint, 1);
  }
}
