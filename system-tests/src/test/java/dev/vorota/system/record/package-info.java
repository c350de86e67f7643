/** What the product tells of itself: metrics and logs. */
@NullMarked
package dev.vorota.system.record;

import org.jspecify.annotations.NullMarked;
