package dev.vorota.gateway.endpoint;

/**
 * What the gateway knows of an endpoint: whether it may be chosen, and why not. Safe to call from
 * every thread.
 */
public final class EndpointHealth {

  private final Member member;
  private volatile boolean available = true;

  public EndpointHealth(Member member) {
    this.member = member;
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

  /** It has answered an exchange as a sound endpoint does. */
  public void succeeded() {}

  /** It gave no answer, or one that tells that it is not sound. */
  public void failed() {}

  @Override
  public String toString() {
    return endpoint().toString();
  }
}
