/** A YAML document as a tree that knows where each value was written. */
@NullMarked
package dev.vorota.adapters.in.gateway.yaml.document;

import org.jspecify.annotations.NullMarked;
