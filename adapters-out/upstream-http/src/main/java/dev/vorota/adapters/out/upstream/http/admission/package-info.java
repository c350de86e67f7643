/** What is asked of an upstream at all: not where that would only make things worse. */
@NullMarked
package dev.vorota.adapters.out.upstream.http.admission;

import org.jspecify.annotations.NullMarked;
