package dev.vorota.gateway.endpoint;

import java.util.function.LongSupplier;

/**
 * What the gateway knows of an endpoint: whether it may be chosen, and why not. Safe to call from
 * every thread.
 */
public final class EndpointHealth {

  private final Member member;
  private final long availableSinceNanos;
  private volatile boolean available = true;

  /** The health of an endpoint on a clock that stands. */
  public EndpointHealth(Member member) {
    this(member, () -> 0);
  }

  public EndpointHealth(Member member, LongSupplier nanoClock) {
    this.member = member;
    this.availableSinceNanos = nanoClock.getAsLong();
  }

  public Endpoint endpoint() {
    return member.endpoint();
  }

  public Member member() {
    return member;
  }

  /** Whether it may be chosen. */
  public boolean isAvailable() {
    return available;
  }

  /** Since when it may be chosen, where it may: since it is known, or since it is back. */
  public long availableSinceNanos() {
    return availableSinceNanos;
  }

  /** It has answered an exchange as a sound endpoint does. */
  public void succeeded() {}

  /** It gave no answer, or one that tells that it is not sound. */
  public void failed() {}

  @Override
  public String toString() {
    return endpoint().toString();
  }
}
