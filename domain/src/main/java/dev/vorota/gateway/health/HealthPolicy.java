package dev.vorota.gateway.health;

import org.jspecify.annotations.Nullable;

/**
 * How it is found out which endpoints of an upstream are sound.
 *
 * @param checks how they are asked, or null where they are not
 * @param outliers when what becomes of requests tells against one
 */
public record HealthPolicy(@Nullable CheckPolicy checks, OutlierPolicy outliers) {

  /** What holds where nothing is configured. */
  public static final HealthPolicy DEFAULTS = new HealthPolicy(null, OutlierPolicy.DEFAULTS);

  @Override
  public String toString() {
    return (checks == null
            ? "not checked"
            : "checked by " + checks.question() + " every " + checks.interval().toMillis() + " ms")
        + (outliers.isOff() ? ", never ejected" : ", ejected when exchanges fail");
  }
}
