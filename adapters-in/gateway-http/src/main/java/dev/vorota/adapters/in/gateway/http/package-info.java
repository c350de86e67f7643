/** The front listener: takes HTTP/1.1 straight from Netty channels through the corridor. */
@NullMarked
package dev.vorota.adapters.in.gateway.http;

import org.jspecify.annotations.NullMarked;
