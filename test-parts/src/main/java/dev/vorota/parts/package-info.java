/** Real servers that tests start, each in a process of its own and on a free loopback port. */
@NullMarked
package dev.vorota.parts;

import org.jspecify.annotations.NullMarked;
