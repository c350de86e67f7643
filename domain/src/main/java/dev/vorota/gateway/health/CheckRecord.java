package dev.vorota.gateway.health;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.EndpointHealth;

/**
 * What the checks of one endpoint came to. As many good ones in a row as the policy asks for bring
 * it back, so many bad ones take it out. One check at a time.
 */
public final class CheckRecord {

  private final CheckPolicy policy;
  private final EndpointHealth health;
  private int good;
  private int bad;

  public CheckRecord(CheckPolicy policy, EndpointHealth health) {
    this.policy = policy;
    this.health = health;
  }

  /**
   * A check was passed. Where that brings the endpoint back, it is no outlier any more either: what
   * failed before was likely the same fault.
   */
  public synchronized void passed() {
    bad = 0;
    good = Math.min(good + 1, policy.rise());
    if (good == policy.rise() && health.absence(Reason.CHECK) != null) {
      health.forgive();
      health.bringBack(Reason.OUTLIER);
      health.bringBack(Reason.CHECK);
    }
  }

  /**
   * A check was not passed.
   *
   * @param why what was seen, in words
   */
  public synchronized void failed(String why) {
    good = 0;
    bad = Math.min(bad + 1, policy.fall());
    if (bad == policy.fall() || health.absence(Reason.CHECK) != null) {
      health.takeOut(Reason.CHECK, Absence.OPEN, why);
    }
  }
}
