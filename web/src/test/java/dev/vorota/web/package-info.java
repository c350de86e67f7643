/** Tests of the built pages, as the gateway finds them on its class path. */
@NullMarked
package dev.vorota.web;

import org.jspecify.annotations.NullMarked;
