/** Compresses what upstreams answer, for the clients that take it. */
@NullMarked
package dev.vorota.adapters.out.compression;

import org.jspecify.annotations.NullMarked;
