package dev.vorota.application.chat.avatar;

import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarVersion;

/** The pictures of users. Every method blocks. */
public interface Avatars {

  /**
   * Shows a new picture for a user.
   *
   * @param picture a PNG, JPEG or WebP file
   * @throws dev.vorota.problem.ProblemException as {@link
   *     dev.vorota.chat.avatar.AvatarRenderer#render} and 503 {@code avatars-unavailable}
   */
  User change(UserId user, byte[] picture, String mediaType);

  /** Shows no picture for a user any more. */
  void remove(UserId user);

  /**
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-user} or {@code no-avatar}, 503
   *     {@code avatars-unavailable}
   */
  Picture of(Username username, AvatarSize size);

  /**
   * @param png the encoded picture
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
  record Picture(AvatarVersion version, byte[] png) {}
}
