/** The services behind the gateway and the endpoints that serve them. */
@NullMarked
package dev.vorota.gateway.upstream;

import org.jspecify.annotations.NullMarked;
