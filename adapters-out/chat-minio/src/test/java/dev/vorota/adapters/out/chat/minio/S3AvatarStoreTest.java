package dev.vorota.adapters.out.chat.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStoreException;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.parts.S3Server;
import io.minio.MinioClient;
import io.minio.RemoveBucketArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("servers")
class S3AvatarStoreTest {

  private static final AvatarVersion VERSION = new AvatarVersion("0123456789abcdef");
  private static final AvatarVersion OTHER = new AvatarVersion("fedcba9876543210");

  private final S3Server server;
  private final UserId anna = new UserId(UUID.randomUUID());
  private final String bucket = "avatars-" + anna;
  private final MinioClient client;
  private final S3AvatarStore store;

  S3AvatarStoreTest(S3Server server) {
    this.server = server;
    this.client = client(server.secretKey());
    this.store = new S3AvatarStore(client, server.endpoint().toString(), bucket);
  }

  /** Each is started when its turn comes and closed after it. */
  static Stream<S3Server> servers() {
    return Stream.<Supplier<S3Server>>of(S3Server::start, S3Server::startS3Proxy)
        .map(Supplier::get);
  }

  @Test
  void givesBackWhatItWasGiven() {
    store.put(anna, VERSION, picture("cat"));
    store.put(anna, OTHER, picture("dog"));

    assertThat(store.get(anna, VERSION, AvatarSize.SMALL)).contains(bytes("small cat"));
    assertThat(store.get(anna, VERSION, AvatarSize.LARGE)).contains(bytes("large cat"));
    assertThat(store.get(anna, OTHER, AvatarSize.LARGE)).contains(bytes("large dog"));
  }

  @Test
  void forgetsOnlyWhatIsDeleted() {
    store.put(anna, VERSION, picture("cat"));
    store.put(anna, OTHER, picture("dog"));

    store.delete(anna, VERSION);
    store.delete(anna, VERSION);

    assertThat(store.get(anna, VERSION, AvatarSize.SMALL)).isEmpty();
    assertThat(store.get(anna, VERSION, AvatarSize.LARGE)).isEmpty();
    assertThat(store.get(anna, OTHER, AvatarSize.SMALL)).contains(bytes("small dog"));
  }

  @Test
  void hasNothingBeforeTheBucketIsMade() {
    assertThat(store.get(anna, VERSION, AvatarSize.SMALL)).isEmpty();
    store.delete(anna, VERSION);
  }

  @Test
  void makesTheBucketAgainWhenItWasRemoved() throws Exception {
    store.put(anna, VERSION, picture("cat"));
    store.delete(anna, VERSION);
    client.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());

    store.put(anna, VERSION, picture("dog"));

    assertThat(store.get(anna, VERSION, AvatarSize.SMALL)).contains(bytes("small dog"));
  }

  @Test
  void tellsTypeAndCachingToWhoeverReadsTheBucket() throws Exception {
    store.put(anna, VERSION, picture("cat"));

    StatObjectResponse object =
        client.statObject(
            StatObjectArgs.builder()
                .bucket(bucket)
                .object("avatars/" + anna + "/0123456789abcdef/64.png")
                .build());

    assertThat(object.contentType()).isEqualTo("image/png");
    assertThat(object.headers().get("Cache-Control"))
        .isEqualTo("private, max-age=31536000, immutable");
  }

  @Test
  void saysThatTheSecretIsWrongButNotWhich() {
    String wrong = "wrong-" + server.secretKey();
    S3AvatarStore stranger = new S3AvatarStore(client(wrong), server.endpoint().toString(), bucket);

    assertThatExceptionOfType(AvatarStoreException.class)
        .isThrownBy(() -> stranger.put(anna, VERSION, picture("cat")))
        .withMessageStartingWith(
            "The S3 server of the bucket %s at %s refused with SignatureDoesNotMatch: "
                .formatted(bucket, server.endpoint()))
        .satisfies(e -> assertThat(e).message().doesNotContain(wrong, server.secretKey()));
  }

  @Test
  void worksAgainWhenTheServerIsBack() {
    store.put(anna, VERSION, picture("cat"));
    server.stop();
    try {
      assertThatExceptionOfType(AvatarStoreException.class)
          .isThrownBy(() -> store.get(anna, VERSION, AvatarSize.SMALL))
          .withMessageStartingWith(
              "The S3 server of %s can't be reached: ".formatted(store.description()));
      assertThatExceptionOfType(AvatarStoreException.class)
          .isThrownBy(() -> store.put(anna, OTHER, picture("dog")));
    } finally {
      server.resume();
    }

    assertThat(store.get(anna, VERSION, AvatarSize.SMALL)).contains(bytes("small cat"));
    store.put(anna, OTHER, picture("dog"));
    assertThat(store.get(anna, OTHER, AvatarSize.SMALL)).contains(bytes("small dog"));
  }

  private MinioClient client(String secretKey) {
    return MinioClient.builder()
        .endpoint(server.endpoint().toString())
        .credentials(server.accessKey(), secretKey)
        .region("us-east-1")
        .build();
  }

  private static Map<AvatarSize, byte[]> picture(String name) {
    return Map.of(
        AvatarSize.SMALL, bytes("small " + name), AvatarSize.LARGE, bytes("large " + name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
