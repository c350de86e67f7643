/** The HTTP/1.1 client of the upstreams: pooled connections on the event loop of each exchange. */
@NullMarked
package dev.vorota.adapters.out.upstream.http;

import org.jspecify.annotations.NullMarked;
