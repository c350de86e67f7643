/** Tests of sending, reading and following. */
@NullMarked
package dev.vorota.application.chat.message;

import org.jspecify.annotations.NullMarked;
