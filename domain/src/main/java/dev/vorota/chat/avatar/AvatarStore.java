package dev.vorota.chat.avatar;

import dev.vorota.chat.account.UserId;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps rendered avatars. A stored version never changes. Every method blocks and throws {@link
 * AvatarStoreException} when the store can't be reached or refuses.
 */
public interface AvatarStore {

  /** Where avatars are kept, for the line that says so at start. */
  String description();

  void put(UserId owner, AvatarVersion version, Map<AvatarSize, byte[]> pictures);

  /** The PNG of that version and size, or empty where there is none. */
  Optional<byte[]> get(UserId owner, AvatarVersion version, AvatarSize size);

  /** Forgets a version; does nothing where there is none. */
  void delete(UserId owner, AvatarVersion version);
}
