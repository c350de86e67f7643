/** Counts exchanges in Micrometer's meters. */
@NullMarked
package dev.vorota.adapters.out.gateway.metrics;

import org.jspecify.annotations.NullMarked;
