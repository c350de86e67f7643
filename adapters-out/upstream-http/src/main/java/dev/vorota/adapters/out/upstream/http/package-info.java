/** The client of the upstreams: what each event loop needs to ask them. */
@NullMarked
package dev.vorota.adapters.out.upstream.http;

import org.jspecify.annotations.NullMarked;
