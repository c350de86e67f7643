/** Keeps avatars in a folder, for a chat that runs on one machine. */
@NullMarked
package dev.vorota.adapters.out.chat.files;

import org.jspecify.annotations.NullMarked;
