/** Tests of what may be said. */
@NullMarked
package dev.vorota.chat.message;

import org.jspecify.annotations.NullMarked;
