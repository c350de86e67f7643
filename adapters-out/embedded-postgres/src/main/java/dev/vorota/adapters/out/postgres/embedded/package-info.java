/** A real PostgreSQL in a folder, for a start without a server. */
@NullMarked
package dev.vorota.adapters.out.postgres.embedded;

import org.jspecify.annotations.NullMarked;
