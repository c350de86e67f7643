/** Looks up, again and again, at which addresses the endpoints are served that are names. */
@NullMarked
package dev.vorota.adapters.out.upstream.dns;

import org.jspecify.annotations.NullMarked;
