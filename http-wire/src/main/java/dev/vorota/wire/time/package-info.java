/** Time limits of one event loop, cheap enough for every request. */
@NullMarked
package dev.vorota.wire.time;

import org.jspecify.annotations.NullMarked;
