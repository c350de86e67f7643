/** Reads the configuration of the gateway from a YAML document. */
@NullMarked
package dev.vorota.adapters.in.gateway.yaml;

import org.jspecify.annotations.NullMarked;
