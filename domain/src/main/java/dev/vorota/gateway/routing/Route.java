package dev.vorota.gateway.routing;

/**
 * What the gateway does with the requests that a predicate takes.
 *
 * @param id names the route in metrics and logs
 */
public record Route(
    String id, PathPredicate path, Access access, LimitProfile limits, Action action) {}
