/** Which endpoint is asked, and which one next: what becomes of an exchange with an upstream. */
@NullMarked
package dev.vorota.adapters.out.upstream.http.attempt;

import org.jspecify.annotations.NullMarked;
