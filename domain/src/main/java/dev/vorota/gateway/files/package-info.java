/** Files that the gateway serves itself, such as the pages. */
@NullMarked
package dev.vorota.gateway.files;

import org.jspecify.annotations.NullMarked;
