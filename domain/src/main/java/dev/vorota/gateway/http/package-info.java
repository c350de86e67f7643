/** The heads of HTTP messages as the gateway's decisions see them. Bodies stay in the adapters. */
@NullMarked
package dev.vorota.gateway.http;

import org.jspecify.annotations.NullMarked;
