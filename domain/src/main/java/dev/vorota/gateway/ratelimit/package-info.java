/** How much a client may ask for: token buckets and what they decide. */
@NullMarked
package dev.vorota.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
