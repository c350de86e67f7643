/** Who a request comes from: its address and its principal. */
@NullMarked
package dev.vorota.gateway.access;

import org.jspecify.annotations.NullMarked;
