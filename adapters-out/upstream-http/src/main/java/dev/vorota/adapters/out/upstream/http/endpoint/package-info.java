/** HTTP/1.1 with one endpoint: pooled connections on the event loop of each exchange. */
@NullMarked
package dev.vorota.adapters.out.upstream.http.endpoint;

import org.jspecify.annotations.NullMarked;
