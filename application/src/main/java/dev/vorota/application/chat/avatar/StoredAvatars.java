package dev.vorota.application.chat.avatar;

import static java.lang.System.Logger.Level.WARNING;
import static java.util.Objects.requireNonNull;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarRenderer;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStore;
import dev.vorota.chat.avatar.AvatarStoreException;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.chat.avatar.AvatarVersions;
import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Renders avatars, keeps them in a store and names them by their content.
 *
 * <p>A new picture is stored before the user shows it, and the old one is forgotten after, so that
 * whoever dies in between leaves at worst a picture that nobody shows.
 */
public final class StoredAvatars implements Avatars {

  private static final System.Logger LOG = System.getLogger(StoredAvatars.class.getName());

  private final Accounts accounts;
  private final AvatarVersions versions;
  private final AvatarRenderer renderer;
  private final AvatarStore store;
  private final UserLocks locks = new UserLocks();

  public StoredAvatars(
      Accounts accounts, AvatarVersions versions, AvatarRenderer renderer, AvatarStore store) {
    this.accounts = accounts;
    this.versions = versions;
    this.renderer = renderer;
    this.store = store;
  }

  @Override
  public User change(UserId user, byte[] picture, String mediaType) {
    Map<AvatarSize, byte[]> pictures = renderer.render(picture, mediaType);
    AvatarVersion version =
        AvatarVersion.ofContent(requireNonNull(pictures.get(AvatarSize.LARGE), "LARGE"));
    Lock lock = locks.of(user);
    lock.lock();
    try {
      User before = accounts.user(user);
      reach(
          () -> {
            store.put(user, version, pictures);
            return version;
          });
      forget(user, versions.set(user, version), version);
      return new User(
          before.id(), before.username(), before.displayName(), version, before.createdAt());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void remove(UserId user) {
    Lock lock = locks.of(user);
    lock.lock();
    try {
      forget(user, versions.set(user, null), null);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Picture of(Username username, AvatarSize size) {
    @Nullable AvatarVersion tried = null;
    while (true) {
      User user = accounts.user(username);
      AvatarVersion version = user.avatar();
      // Asked for the same version twice: its picture is lost, not just replaced meanwhile.
      if (version == null || version.equals(tried)) {
        throw noAvatar(username);
      }
      Optional<byte[]> png = reach(() -> store.get(user.id(), version, size));
      if (png.isPresent()) {
        return new Picture(version, png.get());
      }
      tried = version;
    }
  }

  private void forget(UserId user, @Nullable AvatarVersion old, @Nullable AvatarVersion shown) {
    if (old == null || old.equals(shown)) {
      return;
    }
    try {
      store.delete(user, old);
    } catch (AvatarStoreException e) {
      LOG.log(WARNING, "Avatar {0} of user {1} stays in the store: {2}", old, user, e.getMessage());
    }
  }

  private static <T> T reach(Supplier<T> call) {
    try {
      return call.get();
    } catch (AvatarStoreException e) {
      LOG.log(WARNING, "The store of avatars failed: {0}", e.getMessage());
      throw new ProblemException(
          Problem.of(
              "avatars-unavailable",
              503,
              "Avatars are not available",
              "The store of avatars can't be reached; try again later."));
    }
  }

  private static ProblemException noAvatar(Username username) {
    return new ProblemException(
        Problem.of("no-avatar", 404, "There is no avatar", username + " has no avatar."));
  }
}
