/** The commands of the gateway beside serving: they read a configuration and start nothing. */
@NullMarked
package dev.vorota.adapters.in.gateway.cli;

import org.jspecify.annotations.NullMarked;
