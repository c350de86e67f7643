/** Tests of the repositories on a real PostgreSQL. */
@NullMarked
package dev.vorota.adapters.out.chat.postgres;

import org.jspecify.annotations.NullMarked;
