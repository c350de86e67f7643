/** The addresses behind the gateway, and what is known of each: whether it can be asked now. */
@NullMarked
package dev.vorota.gateway.endpoint;

import org.jspecify.annotations.NullMarked;
