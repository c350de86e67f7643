/** When a response may be kept and used again (RFC 9111), and what is said of it (RFC 9211). */
@NullMarked
package dev.vorota.gateway.cache;

import org.jspecify.annotations.NullMarked;
