/** Heads of HTTP/1.1 messages: read strictly, looked up without copies, written on. */
@NullMarked
package dev.vorota.wire.head;

import org.jspecify.annotations.NullMarked;
