/** The access log: one line of JSON for each exchange. */
@NullMarked
package dev.vorota.adapters.out.gateway.accesslog;

import org.jspecify.annotations.NullMarked;
