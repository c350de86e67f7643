package dev.vorota.application.chat.avatar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarRenderer;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StoredAvatarsTest {

  /** Takes any bytes for a picture; the small size is marked. */
  private static final AvatarRenderer MARKING =
      (picture, mediaType) ->
          Map.of(
              AvatarSize.SMALL,
              ("small " + text(picture)).getBytes(StandardCharsets.UTF_8),
              AvatarSize.LARGE,
              picture);

  private final InMemoryUsers users = new InMemoryUsers();
  private final InMemoryAvatarStore store = new InMemoryAvatarStore();
  private final Avatars avatars = new StoredAvatars(users, users, MARKING, store);
  private final User anna = users.add("anna");

  @Test
  void showsEachSizeOfThePictureThatWasSet() {
    avatars.change(anna.id(), bytes("cat"), "image/png");

    assertThat(avatars.of(anna.username(), AvatarSize.SMALL).png()).isEqualTo(bytes("small cat"));
    assertThat(avatars.of(anna.username(), AvatarSize.LARGE).png()).isEqualTo(bytes("cat"));
  }

  @Test
  void namesThePictureByTheHashOfItsLargeSize() {
    User changed = avatars.change(anna.id(), bytes("abc"), "image/png");

    // SHA-256 of "abc", FIPS 180-4
    assertThat(changed.avatar()).isEqualTo(new AvatarVersion("ba7816bf8f01cfea"));
    assertThat(users.user(anna.id())).isEqualTo(changed);
  }

  @Test
  void forgetsThePictureThatWasReplaced() {
    avatars.change(anna.id(), bytes("cat"), "image/png");
    User changed = avatars.change(anna.id(), bytes("dog"), "image/png");

    assertThat(store.keys()).containsExactly(key(changed));
  }

  @Test
  void keepsThePictureThatIsSetAgain() {
    avatars.change(anna.id(), bytes("cat"), "image/png");
    avatars.change(anna.id(), bytes("cat"), "image/png");

    assertThat(avatars.of(anna.username(), AvatarSize.LARGE).png()).isEqualTo(bytes("cat"));
  }

  @Test
  void removesThePicture() {
    avatars.change(anna.id(), bytes("cat"), "image/png");
    avatars.remove(anna.id());
    avatars.remove(anna.id());

    assertThat(store.keys()).isEmpty();
    refuses(404, "no-avatar", () -> avatars.of(anna.username(), AvatarSize.SMALL));
  }

  @Test
  void tellsUnknownUserFromUserWithoutPicture() {
    refuses(404, "no-avatar", () -> avatars.of(anna.username(), AvatarSize.SMALL));
    refuses(404, "no-such-user", () -> avatars.of(new Username("bob"), AvatarSize.SMALL));
    refuses(
        404,
        "no-such-user",
        () -> avatars.change(new UserId(new UUID(9, 9)), bytes("cat"), "image/png"));
  }

  @Test
  void keepsTheShownVersionWhenTheStoreIsAway() {
    User before = avatars.change(anna.id(), bytes("cat"), "image/png");
    store.goAway();

    refuses(503, "avatars-unavailable", () -> avatars.change(anna.id(), bytes("dog"), "image/png"));
    refuses(503, "avatars-unavailable", () -> avatars.of(anna.username(), AvatarSize.SMALL));
    assertThat(users.user(anna.id())).isEqualTo(before);
  }

  @Test
  void removesEvenWhenTheStoreCannotForget() {
    avatars.change(anna.id(), bytes("cat"), "image/png");
    store.goAway();

    avatars.remove(anna.id());

    assertThat(users.user(anna.id()).avatar()).isNull();
  }

  @Test
  void saysNoAvatarWhenThePictureIsLost() {
    User changed = avatars.change(anna.id(), bytes("cat"), "image/png");
    store.delete(anna.id(), shown(changed));

    refuses(404, "no-avatar", () -> avatars.of(anna.username(), AvatarSize.SMALL));
  }

  @Test
  void alwaysHasTheShownPictureAfterChangesInParallel() {
    List<String> pictures = List.of("cat", "dog", "cat", "owl");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 400)
          .mapToObj(i -> bytes(pictures.get(i % pictures.size())))
          .forEach(
              picture -> threads.execute(() -> avatars.change(anna.id(), picture, "image/png")));
    }

    assertThat(store.keys()).containsExactly(key(users.user(anna.id())));
  }

  private static void refuses(int status, String kind, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(status);
              assertThat(refused.problem().kind()).isEqualTo(kind);
            });
  }

  private static String key(User user) {
    return InMemoryAvatarStore.key(user.id(), shown(user));
  }

  private static AvatarVersion shown(User user) {
    return requireNonNull(user.avatar(), "avatar");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
