/** What the gateway changes of a message on its way: path, host, header fields. */
@NullMarked
package dev.vorota.gateway.rewrite;

import org.jspecify.annotations.NullMarked;
