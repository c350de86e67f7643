package dev.vorota.adapters.out.chat.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Does whatever it is told like a map would, also when it is opened anew. */
class FolderAvatarStoreModelTest {

  private enum Action {
    PUT,
    DELETE,
    REOPEN
  }

  private record Step(Action action, UserId owner, AvatarVersion version, byte content) {

    Map<AvatarSize, byte[]> pictures() {
      return Map.of(
          AvatarSize.SMALL, new byte[] {content}, AvatarSize.LARGE, new byte[] {content, content});
    }

    String key() {
      return owner + "/" + version;
    }
  }

  @Property(tries = 60)
  void behavesLikeMap(@ForAll("steps") List<Step> steps) throws IOException {
    Path folder = Files.createTempDirectory("vorota-avatars-");
    FolderAvatarStore store = new FolderAvatarStore(folder);
    Map<String, Map<AvatarSize, byte[]>> model = new HashMap<>();
    try {
      for (Step step : steps) {
        switch (step.action()) {
          case PUT -> {
            store.put(step.owner(), step.version(), step.pictures());
            model.put(step.key(), step.pictures());
          }
          case DELETE -> {
            store.delete(step.owner(), step.version());
            model.remove(step.key());
          }
          case REOPEN -> store = new FolderAvatarStore(folder);
        }
        for (Step seen : steps) {
          assertSame(store, model.getOrDefault(seen.key(), Map.of()), seen);
        }
      }
    } finally {
      delete(folder);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<UserId> owners =
        Arbitraries.integers().between(1, 2).map(FolderAvatarStoreModelTest::user);
    Arbitrary<AvatarVersion> versions =
        Arbitraries.of("0000000000000000", "ffffffffffffffff").map(AvatarVersion::new);
    return Combinators.combine(Arbitraries.of(Action.class), owners, versions, Arbitraries.bytes())
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  private static UserId user(int number) {
    return new UserId(new UUID(0, number));
  }

  private static void assertSame(
      FolderAvatarStore store, Map<AvatarSize, byte[]> expected, Step seen) {
    for (AvatarSize size : AvatarSize.values()) {
      byte[] found = store.get(seen.owner(), seen.version(), size).orElse(null);
      assertThat(found).isEqualTo(expected.get(size));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
