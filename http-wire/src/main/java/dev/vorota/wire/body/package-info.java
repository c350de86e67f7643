/** Bodies of HTTP/1.1 messages: where they end, and how they are framed. */
@NullMarked
package dev.vorota.wire.body;

import org.jspecify.annotations.NullMarked;
