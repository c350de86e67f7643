/** Tests of registering, logging in and refreshing. */
@NullMarked
package dev.vorota.application.chat.account;

import org.jspecify.annotations.NullMarked;
