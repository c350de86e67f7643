/**
 * Heads of HTTP/2 beside those of HTTP/1.1: one is made from the other, so that one parser checks.
 */
@NullMarked
package dev.vorota.adapters.out.upstream.http.h2;

import org.jspecify.annotations.NullMarked;
