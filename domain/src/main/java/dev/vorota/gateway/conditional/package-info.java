/** Conditions and ranges: whether a client needs what it asks for, and which part of it. */
@NullMarked
package dev.vorota.gateway.conditional;

import org.jspecify.annotations.NullMarked;
