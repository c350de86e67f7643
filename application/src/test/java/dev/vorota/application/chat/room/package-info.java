/** Tests of opening, joining and leaving rooms. */
@NullMarked
package dev.vorota.application.chat.room;

import org.jspecify.annotations.NullMarked;
