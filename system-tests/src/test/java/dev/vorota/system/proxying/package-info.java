/** What the gateway makes of HTTP messages on their way. */
@NullMarked
package dev.vorota.system.proxying;

import org.jspecify.annotations.NullMarked;
