package dev.vorota.adapters.out.chat.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStoreException;
import dev.vorota.chat.avatar.AvatarVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAvatarStoreTest {

  private static final UserId ANNA = new UserId(new UUID(1, 2));
  private static final AvatarVersion VERSION = new AvatarVersion("0123456789abcdef");

  @TempDir private Path root;

  @Test
  void makesTheFolderWhenItIsFirstNeeded() {
    FolderAvatarStore store = new FolderAvatarStore(root.resolve("data/avatars"));
    assertThat(store.get(ANNA, VERSION, AvatarSize.SMALL)).isEmpty();
    assertThat(root.resolve("data")).doesNotExist();

    store.put(ANNA, VERSION, picture(1));

    assertThat(root.resolve("data/avatars/" + ANNA + "/0123456789abcdef-64.png")).exists();
  }

  @Test
  void leavesNothingButWholePicturesAfterWritesInParallel() throws IOException {
    FolderAvatarStore store = new FolderAvatarStore(root);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(() -> store.put(ANNA, VERSION, picture(7)));
      }
    }

    try (Stream<Path> files = Files.list(root.resolve(ANNA.toString()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("0123456789abcdef-64.png", "0123456789abcdef-256.png");
    }
    assertThat(store.get(ANNA, VERSION, AvatarSize.LARGE)).contains(bytes(7, 256));
  }

  @Test
  void saysWhichFolderFails() throws IOException {
    Path file = Files.createFile(root.resolve("occupied"));
    FolderAvatarStore store = new FolderAvatarStore(file);

    assertThatExceptionOfType(AvatarStoreException.class)
        .isThrownBy(() -> store.put(ANNA, VERSION, picture(1)))
        .withMessageStartingWith("The folder " + file + " can't be written to: ");
    assertThatExceptionOfType(AvatarStoreException.class)
        .isThrownBy(() -> store.get(ANNA, VERSION, AvatarSize.SMALL))
        .withMessageStartingWith("The folder " + file + " can't be read: ");
    assertThatExceptionOfType(AvatarStoreException.class)
        .isThrownBy(() -> store.delete(ANNA, VERSION))
        .withMessageStartingWith("The folder " + file + " can't be cleared: ");
  }

  @Test
  void describesItselfByTheWholePath() {
    assertThat(new FolderAvatarStore(root.resolve("x/../avatars")).description())
        .isEqualTo("the folder " + root.resolve("avatars"));
  }

  private static Map<AvatarSize, byte[]> picture(int seed) {
    return Map.of(AvatarSize.SMALL, bytes(seed, 64), AvatarSize.LARGE, bytes(seed, 256));
  }

  private static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) seed);
    return bytes;
  }
}
