/** How the gateway speaks with the endpoints of a service: protocol, TLS and connections. */
@NullMarked
package dev.vorota.gateway.transport;

import org.jspecify.annotations.NullMarked;
