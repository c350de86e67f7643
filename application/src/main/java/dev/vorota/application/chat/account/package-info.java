/** Registering, logging in and out, and looking up users. */
@NullMarked
package dev.vorota.application.chat.account;

import org.jspecify.annotations.NullMarked;
