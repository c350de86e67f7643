/** How much of the gateway one client may have. */
@NullMarked
package dev.vorota.system.limits;

import org.jspecify.annotations.NullMarked;
