package dev.vorota.chat.avatar;

import dev.vorota.chat.account.UserId;
import org.jspecify.annotations.Nullable;

/** Which picture each user shows. */
@FunctionalInterface
public interface AvatarVersions {

  /**
   * Shows another picture for a user in one atomic step; does nothing where there is no such user.
   *
   * @param version what is shown from now on, or null for no picture
   * @return what was shown until now, or null where there was no picture
   */
  @Nullable AvatarVersion set(UserId user, @Nullable AvatarVersion version);
}
