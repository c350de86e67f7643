package dev.vorota.adapters.out.chat.minio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.avatar.AvatarStore;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Without {@code S3_ENDPOINT} an application starts, with a store that it never looks up. */
@QuarkusTest
class WithoutS3Test {

  @Inject
  @Identifier("s3")
  Instance<AvatarStore> store;

  @Test
  void asksForNothing() {
    assertThat(store.isResolvable()).isTrue();
  }
}
