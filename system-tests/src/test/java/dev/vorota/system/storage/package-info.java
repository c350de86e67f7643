/** The servers that keep what people leave. */
@NullMarked
package dev.vorota.system.storage;

import org.jspecify.annotations.NullMarked;
