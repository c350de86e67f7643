/** Where they chat: rooms and who is in them. */
@NullMarked
package dev.vorota.chat.room;

import org.jspecify.annotations.NullMarked;
