/**
 * Responses of the upstreams, kept in memory and used again, in front of those who ask for them.
 */
@NullMarked
package dev.vorota.adapters.out.gateway.cache;

import org.jspecify.annotations.NullMarked;
