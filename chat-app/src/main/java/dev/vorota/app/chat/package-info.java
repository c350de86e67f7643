/** Wires the chat together and starts it. */
@NullMarked
package dev.vorota.app.chat;

import org.jspecify.annotations.NullMarked;
