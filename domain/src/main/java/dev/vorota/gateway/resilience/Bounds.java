package dev.vorota.gateway.resilience;

import java.time.Duration;

/** Refuses what a policy can't be. */
final class Bounds {

  private Bounds() {}

  static void check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " must be from " + min + " to " + max + ": " + value + ".");
    }
  }

  static void checkPositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " must be longer than 0: " + value + ".");
    }
  }
}
