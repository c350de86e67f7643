/** What stands behind the gateway where a test must see exactly what the gateway sends. */
@NullMarked
package dev.vorota.system.upstream;

import org.jspecify.annotations.NullMarked;
