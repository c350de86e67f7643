/** Which answers are compressed, and how. */
@NullMarked
package dev.vorota.gateway.compression;

import org.jspecify.annotations.NullMarked;
