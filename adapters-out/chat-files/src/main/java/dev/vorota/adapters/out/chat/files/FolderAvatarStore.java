package dev.vorota.adapters.out.chat.files;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStore;
import dev.vorota.chat.avatar.AvatarStoreException;
import dev.vorota.chat.avatar.AvatarVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each size of an avatar in the file {@code <user>/<version>-<pixels>.png} below a folder
 * that it makes when it is first needed. The names come from a UUID, hexadecimal digits and a
 * number, so that no path leads out of the folder.
 */
public final class FolderAvatarStore implements AvatarStore {

  private final Path folder;

  public FolderAvatarStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public String description() {
    return "the folder " + folder;
  }

  @Override
  public void put(UserId owner, AvatarVersion version, Map<AvatarSize, byte[]> pictures) {
    try {
      Path parent = Files.createDirectories(folder.resolve(owner.toString()));
      for (Map.Entry<AvatarSize, byte[]> picture : pictures.entrySet()) {
        AtomicFile.write(parent.resolve(name(version, picture.getKey())), picture.getValue());
      }
    } catch (IOException e) {
      throw failure("written to", e);
    }
  }

  @Override
  public Optional<byte[]> get(UserId owner, AvatarVersion version, AvatarSize size) {
    try {
      return Optional.of(Files.readAllBytes(file(owner, version, size)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  @Override
  public void delete(UserId owner, AvatarVersion version) {
    try {
      for (AvatarSize size : AvatarSize.values()) {
        Files.deleteIfExists(file(owner, version, size));
      }
    } catch (IOException e) {
      throw failure("cleared", e);
    }
  }

  private Path file(UserId owner, AvatarVersion version, AvatarSize size) {
    return folder.resolve(owner.toString()).resolve(name(version, size));
  }

  private static String name(AvatarVersion version, AvatarSize size) {
    return version + "-" + size.pixels() + ".png";
  }

  private AvatarStoreException failure(String what, IOException cause) {
    return new AvatarStoreException(
        "The folder " + folder + " can't be " + what + ": " + cause, cause);
  }
}
