/** What the connections of both sides share: how they read, write and end. */
@NullMarked
package dev.vorota.wire.connection;

import org.jspecify.annotations.NullMarked;
