/** Reads the files that the gateway serves from folders of the disk. */
@NullMarked
package dev.vorota.adapters.out.gateway.files;

import org.jspecify.annotations.NullMarked;
