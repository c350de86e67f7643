package dev.vorota.adapters.out.gateway.metrics;

/** The labels' names, and the value for what has no label of its own. */
final class Labels {

  static final String ROUTE = "route";
  static final String METHOD = "method";
  static final String STATUS = "status";
  static final String USER = "user";
  static final String LIMIT = "limit";

  static final String OTHER = "other";

  private Labels() {}
}
