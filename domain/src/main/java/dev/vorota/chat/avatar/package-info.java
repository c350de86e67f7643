/** What they look like: avatars, checked, scaled and kept. */
@NullMarked
package dev.vorota.chat.avatar;

import org.jspecify.annotations.NullMarked;
