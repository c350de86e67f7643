/** Sending messages, reading them back, and following a room as it goes. */
@NullMarked
package dev.vorota.application.chat.message;

import org.jspecify.annotations.NullMarked;
