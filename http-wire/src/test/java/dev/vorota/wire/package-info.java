/** What the tests of HTTP/1.1 share. */
@NullMarked
package dev.vorota.wire;

import org.jspecify.annotations.NullMarked;
