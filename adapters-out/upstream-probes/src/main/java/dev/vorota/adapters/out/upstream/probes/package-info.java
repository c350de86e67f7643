/** Asks endpoints, beside all requests, whether they are sound. */
@NullMarked
package dev.vorota.adapters.out.upstream.probes;

import org.jspecify.annotations.NullMarked;
