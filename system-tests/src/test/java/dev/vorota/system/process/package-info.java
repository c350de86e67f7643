/** The packaged apps and the servers they need, started as processes of their own. */
@NullMarked
package dev.vorota.system.process;

import org.jspecify.annotations.NullMarked;
