package dev.vorota.adapters.out.chat.minio;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStoreException;
import dev.vorota.chat.avatar.AvatarVersion;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnreachableS3Test {

  private static final UserId ANNA = new UserId(new UUID(1, 2));
  private static final AvatarVersion VERSION = new AvatarVersion("0123456789abcdef");

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void givesUpOnServerThatNeverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
      S3AvatarStore store =
          new S3AvatarStore(client(endpoint), endpoint, "avatars", Duration.ofMillis(200));

      assertThatExceptionOfType(AvatarStoreException.class)
          .isThrownBy(() -> store.get(ANNA, VERSION, AvatarSize.SMALL))
          .withMessage(
              "The S3 server of the bucket avatars at %s did not answer in time"
                  .formatted(endpoint));
    }
  }

  private static MinioClient client(String endpoint) {
    return MinioClient.builder()
        .endpoint(endpoint)
        .credentials("somebody", "something")
        .region("us-east-1")
        .build();
  }
}
