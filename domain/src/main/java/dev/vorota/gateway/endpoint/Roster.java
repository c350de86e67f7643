package dev.vorota.gateway.endpoint;

import java.util.List;

/** The endpoints of an upstream as they are known now. Safe to call from every thread. */
public interface Roster {

  /** All of them, in the order in which they were declared. */
  List<EndpointHealth> members();

  /**
   * Changes whenever the members change, or whether one of them may be chosen. Who has seen the
   * same number before can go on with what it made of the members then.
   */
  int version();
}
