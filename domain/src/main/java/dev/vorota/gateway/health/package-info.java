/**
 * How it is found out whether an endpoint is sound: by asking it, and by what becomes of requests.
 */
@NullMarked
package dev.vorota.gateway.health;

import org.jspecify.annotations.NullMarked;
