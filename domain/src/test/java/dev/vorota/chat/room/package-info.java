/** Tests of the names of rooms. */
@NullMarked
package dev.vorota.chat.room;

import org.jspecify.annotations.NullMarked;
