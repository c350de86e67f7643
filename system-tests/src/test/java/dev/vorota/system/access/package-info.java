/** Who may pass the gateway. */
@NullMarked
package dev.vorota.system.access;

import org.jspecify.annotations.NullMarked;
