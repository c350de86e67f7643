/** Which route a request takes, and what the route asks of it. */
@NullMarked
package dev.vorota.gateway.routing;

import org.jspecify.annotations.NullMarked;
