/** What a document may hold, declared as data, and what follows from that. */
@NullMarked
package dev.vorota.adapters.in.gateway.yaml.shape;

import org.jspecify.annotations.NullMarked;
