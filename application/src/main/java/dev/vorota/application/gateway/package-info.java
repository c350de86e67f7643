/**
 * The corridor: the steps that a request takes through the gateway before it is answered or
 * forwarded.
 */
@NullMarked
package dev.vorota.application.gateway;

import org.jspecify.annotations.NullMarked;
