package dev.vorota.gateway.resilience;

/** Whose requests are refused first when the gateway has too much to do. */
public enum Priority {
  /** The first ones. */
  LOW,

  /** Only when refusing those is not enough. */
  NORMAL,

  /** Never. */
  HIGH
}
