/** Tests of the embedded server with the real programs. */
@NullMarked
package dev.vorota.adapters.out.postgres.embedded;

import org.jspecify.annotations.NullMarked;
