/** What is told to a client when its request can't be served, as RFC 9457 shapes it. */
@NullMarked
package dev.vorota.problem;

import org.jspecify.annotations.NullMarked;
