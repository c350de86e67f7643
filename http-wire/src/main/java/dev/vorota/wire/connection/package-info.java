/** How connections end in order. */
@NullMarked
package dev.vorota.wire.connection;

import org.jspecify.annotations.NullMarked;
