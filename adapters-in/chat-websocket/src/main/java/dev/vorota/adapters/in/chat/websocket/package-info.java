/** The chat over a WebSocket, as docs/chat-protocol.md describes it. */
@NullMarked
package dev.vorota.adapters.in.chat.websocket;

import org.jspecify.annotations.NullMarked;
