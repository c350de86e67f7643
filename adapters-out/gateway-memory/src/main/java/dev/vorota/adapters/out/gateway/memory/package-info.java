/** The gateway's ports kept in the memory of one process. */
@NullMarked
package dev.vorota.adapters.out.gateway.memory;

import org.jspecify.annotations.NullMarked;
