/** Changing and showing avatars. */
@NullMarked
package dev.vorota.application.chat.avatar;

import org.jspecify.annotations.NullMarked;
