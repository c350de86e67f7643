package dev.vorota.application.chat.avatar;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStore;
import dev.vorota.chat.avatar.AvatarStoreException;
import dev.vorota.chat.avatar.AvatarVersion;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** A store without a disk, that can be told to fail. */
final class InMemoryAvatarStore implements AvatarStore {

  private final Map<String, Map<AvatarSize, byte[]>> pictures = new ConcurrentHashMap<>();
  private volatile boolean away;

  void goAway() {
    away = true;
  }

  Set<String> keys() {
    return new TreeSet<>(pictures.keySet());
  }

  @Override
  public String description() {
    return "memory";
  }

  @Override
  public void put(UserId owner, AvatarVersion version, Map<AvatarSize, byte[]> added) {
    answer();
    pictures.put(key(owner, version), Map.copyOf(added));
  }

  @Override
  public Optional<byte[]> get(UserId owner, AvatarVersion version, AvatarSize size) {
    answer();
    return Optional.of(pictures.getOrDefault(key(owner, version), Map.of()))
        .flatMap(sizes -> Optional.ofNullable(sizes.get(size)));
  }

  @Override
  public void delete(UserId owner, AvatarVersion version) {
    answer();
    pictures.remove(key(owner, version));
  }

  static String key(UserId owner, AvatarVersion version) {
    return owner + "/" + version;
  }

  private void answer() {
    if (away) {
      throw new AvatarStoreException("The store is away.", new IOException("refused"));
    }
  }
}
