/** The chat's repositories on PostgreSQL, by Hibernate ORM with Panache. */
@NullMarked
package dev.vorota.adapters.out.chat.postgres;

import org.jspecify.annotations.NullMarked;
