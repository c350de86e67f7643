/** The contract by which the front and an upstream stream one exchange to each other. */
@NullMarked
package dev.vorota.wire.exchange;

import org.jspecify.annotations.NullMarked;
