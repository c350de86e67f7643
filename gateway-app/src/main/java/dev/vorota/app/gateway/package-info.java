/** Wires the gateway together and reads its configuration. */
@NullMarked
package dev.vorota.app.gateway;

import org.jspecify.annotations.NullMarked;
