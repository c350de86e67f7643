/** What is done so that a failing service is neither noticed by clients nor crushed by them. */
@NullMarked
package dev.vorota.gateway.resilience;

import org.jspecify.annotations.NullMarked;
