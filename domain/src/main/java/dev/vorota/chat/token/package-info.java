/** What users show at the door: tokens, and the keys that sign them. */
@NullMarked
package dev.vorota.chat.token;

import org.jspecify.annotations.NullMarked;
