/** The configuration in force: one immutable snapshot, swapped as a whole. */
@NullMarked
package dev.vorota.gateway.config;

import org.jspecify.annotations.NullMarked;
