/** The WebSocket through the gateway. */
@NullMarked
package dev.vorota.system.socket;

import org.jspecify.annotations.NullMarked;
