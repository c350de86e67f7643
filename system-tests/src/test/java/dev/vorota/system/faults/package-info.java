/** Parts that die or go away while people write. */
@NullMarked
package dev.vorota.system.faults;

import org.jspecify.annotations.NullMarked;
