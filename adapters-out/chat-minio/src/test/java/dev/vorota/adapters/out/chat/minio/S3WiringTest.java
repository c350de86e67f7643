package dev.vorota.adapters.out.chat.minio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarStore;
import dev.vorota.chat.avatar.AvatarVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(S3ServerResource.class)
class S3WiringTest {

  private static final UserId ANNA = new UserId(new UUID(1, 2));
  private static final AvatarVersion VERSION = new AvatarVersion("0123456789abcdef");

  @Inject
  @Identifier("s3")
  AvatarStore store;

  @Test
  void keepsPicturesInTheBucketThatTheSettingsName() {
    store.put(ANNA, VERSION, Map.of(AvatarSize.SMALL, new byte[] {1}));

    assertThat(store.get(ANNA, VERSION, AvatarSize.SMALL)).contains(new byte[] {1});
    assertThat(store.description())
        .isEqualTo(
            "the bucket vorota-avatars at "
                + ConfigProvider.getConfig().getValue("S3_ENDPOINT", String.class));
  }
}
