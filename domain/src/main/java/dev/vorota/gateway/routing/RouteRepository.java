package dev.vorota.gateway.routing;

/** Tells which routes are in force. Never blocks: an exchange asks once, when it starts. */
public interface RouteRepository {

  /** The table in force now. */
  RouteTable current();
}
