/** TLS with the endpoints: whom the gateway believes, and what it shows of itself. */
@NullMarked
package dev.vorota.adapters.out.upstream.http.tls;

import org.jspecify.annotations.NullMarked;
