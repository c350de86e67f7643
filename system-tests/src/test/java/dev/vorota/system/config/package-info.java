/** The configuration of the gateway, asked of the packaged app. */
@NullMarked
package dev.vorota.system.config;

import org.jspecify.annotations.NullMarked;
