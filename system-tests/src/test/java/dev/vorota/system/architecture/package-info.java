/** The shape of the house, read from the compiled classes. */
@NullMarked
package dev.vorota.system.architecture;

import org.jspecify.annotations.NullMarked;
