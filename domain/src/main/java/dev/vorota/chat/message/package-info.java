/** What they say: messages, numbered without gaps in each room. */
@NullMarked
package dev.vorota.chat.message;

import org.jspecify.annotations.NullMarked;
