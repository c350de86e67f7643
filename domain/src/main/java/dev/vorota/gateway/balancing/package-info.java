/** Which endpoint of an upstream serves a request. */
@NullMarked
package dev.vorota.gateway.balancing;

import org.jspecify.annotations.NullMarked;
