/** What the gateway knows and does, shown at its management port. */
@NullMarked
package dev.vorota.adapters.in.gateway.admin;

import org.jspecify.annotations.NullMarked;
