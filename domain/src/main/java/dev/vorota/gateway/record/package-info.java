/** What is remembered of a request once it is over. */
@NullMarked
package dev.vorota.gateway.record;

import org.jspecify.annotations.NullMarked;
