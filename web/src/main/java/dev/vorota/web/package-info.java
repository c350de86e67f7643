/** The browser pages, ready to be served. */
@NullMarked
package dev.vorota.web;

import org.jspecify.annotations.NullMarked;
