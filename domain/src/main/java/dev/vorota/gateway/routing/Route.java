package dev.vorota.gateway.routing;

import dev.vorota.gateway.rewrite.HeaderChanges;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway does with the requests that a match takes.
 *
 * @param id names the route in metrics and logs
 * @param priority goes before everything else where several routes take a request; 0 is usual
 * @param limits how those who use it are limited, or null where they are not
 * @param responseHeaders how the fields of each response are changed, whoever gave it
 */
public record Route(
    String id,
    int priority,
    RouteMatch match,
    Access access,
    @Nullable LimitProfile limits,
    HeaderChanges responseHeaders,
    Action action) {}
