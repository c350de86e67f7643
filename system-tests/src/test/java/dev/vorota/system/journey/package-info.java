/** What a person does, from the first page to the day after. */
@NullMarked
package dev.vorota.system.journey;

import org.jspecify.annotations.NullMarked;
