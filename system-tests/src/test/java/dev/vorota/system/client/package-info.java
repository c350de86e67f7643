/**
 * Clients of the product: REST, the chat's WebSocket, and bare sockets for what no client sends.
 */
@NullMarked
package dev.vorota.system.client;

import org.jspecify.annotations.NullMarked;
