/** Tests of the forms that names and passwords must have. */
@NullMarked
package dev.vorota.chat.account;

import org.jspecify.annotations.NullMarked;
