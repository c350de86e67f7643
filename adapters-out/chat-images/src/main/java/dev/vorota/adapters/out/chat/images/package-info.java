/** Makes avatars of uploaded pictures with ImageIO, and trusts nothing that they say. */
@NullMarked
package dev.vorota.adapters.out.chat.images;

import org.jspecify.annotations.NullMarked;
