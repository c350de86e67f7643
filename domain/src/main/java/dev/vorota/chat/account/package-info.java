/** Who chats: users, their names, credentials and sessions. */
@NullMarked
package dev.vorota.chat.account;

import org.jspecify.annotations.NullMarked;
