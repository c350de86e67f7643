/** The chat over HTTP: JSON in, JSON or problem documents out. */
@NullMarked
package dev.vorota.adapters.in.chat.http;

import org.jspecify.annotations.NullMarked;
