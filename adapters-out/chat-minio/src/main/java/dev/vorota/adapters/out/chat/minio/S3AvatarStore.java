package dev.vorota.adapters.out.chat.minio;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStore;
import dev.vorota.chat.avatar.AvatarVersion;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each size of an avatar as the object {@code avatars/<user>/<version>/<pixels>.png}. Where
 * the bucket is missing the first write makes it, whenever the server can be reached; nothing is
 * asked of it before.
 */
public final class S3AvatarStore implements AvatarStore {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(5);
  private static final Map<String, String> FOR_EVER =
      Map.of("Cache-Control", "private, max-age=31536000, immutable");

  private final MinioClient client;
  private final String bucket;
  private final String description;
  private final S3Requests requests;

  /**
   * @param client a client of its own: its timeouts become 2 s to connect and 5 s to read and write
   * @param endpoint the server's address, for messages
   */
  public S3AvatarStore(MinioClient client, String endpoint, String bucket) {
    this(client, endpoint, bucket, TRANSFER_TIMEOUT);
  }

  S3AvatarStore(MinioClient client, String endpoint, String bucket, Duration timeout) {
    client.setTimeout(CONNECT_TIMEOUT.toMillis(), timeout.toMillis(), timeout.toMillis());
    this.client = client;
    this.bucket = bucket;
    this.description = "the bucket " + bucket + " at " + endpoint;
    this.requests = new S3Requests(description);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void put(UserId owner, AvatarVersion version, Map<AvatarSize, byte[]> pictures) {
    pictures.forEach((size, png) -> put(key(owner, version, size), png));
  }

  @Override
  public Optional<byte[]> get(UserId owner, AvatarVersion version, AvatarSize size) {
    GetObjectArgs object =
        GetObjectArgs.builder().bucket(bucket).object(key(owner, version, size)).build();
    return requests.find(
        () -> {
          try (InputStream content = client.getObject(object)) {
            return content.readAllBytes();
          }
        });
  }

  @Override
  public void delete(UserId owner, AvatarVersion version) {
    for (AvatarSize size : AvatarSize.values()) {
      RemoveObjectArgs object =
          RemoveObjectArgs.builder().bucket(bucket).object(key(owner, version, size)).build();
      requests.find(
          () -> {
            client.removeObject(object);
            return object;
          });
    }
  }

  private void put(String key, byte[] png) {
    if (tryPut(key, png).isEmpty()) {
      makeBucket();
      tryPut(key, png);
    }
  }

  /** Empty where there is no bucket. */
  private Optional<?> tryPut(String key, byte[] png) {
    return requests.find(
        () ->
            client.putObject(
                PutObjectArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .contentType("image/png")
                    .headers(FOR_EVER)
                    .stream(new ByteArrayInputStream(png), png.length, -1)
                    .build()));
  }

  private void makeBucket() {
    MakeBucketArgs made = MakeBucketArgs.builder().bucket(bucket).build();
    requests.make(
        () -> {
          client.makeBucket(made);
          return made;
        });
  }

  private static String key(UserId owner, AvatarVersion version, AvatarSize size) {
    return "avatars/" + owner + "/" + version + "/" + size.pixels() + ".png";
  }
}
