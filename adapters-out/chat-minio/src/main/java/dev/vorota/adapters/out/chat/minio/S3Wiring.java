package dev.vorota.adapters.out.chat.minio;

import dev.vorota.chat.avatar.AvatarStore;
import io.minio.MinioClient;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers the store as the bean {@code s3}; nothing is made or asked for before it is looked up. */
@Dependent
class S3Wiring {

  @Produces
  @Singleton
  @Identifier("s3")
  AvatarStore avatarStore(
      MinioClient client,
      @ConfigProperty(name = "S3_ENDPOINT") Optional<String> endpoint,
      @ConfigProperty(name = "S3_BUCKET", defaultValue = "vorota-avatars") String bucket) {
    String server =
        endpoint.orElseThrow(() -> new IllegalStateException("S3_ENDPOINT must be set."));
    return new S3AvatarStore(client, server, bucket);
  }
}
