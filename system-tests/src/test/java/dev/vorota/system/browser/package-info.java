/** The pages in a real browser. */
@NullMarked
package dev.vorota.system.browser;

import org.jspecify.annotations.NullMarked;
