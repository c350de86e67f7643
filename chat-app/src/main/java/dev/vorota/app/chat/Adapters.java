package dev.vorota.app.chat;

import dev.vorota.adapters.out.chat.files.FolderAvatarStore;
import dev.vorota.adapters.out.chat.images.ImageIoAvatarRenderer;
import dev.vorota.adapters.out.chat.images.PictureLimits;
import dev.vorota.chat.avatar.AvatarRenderer;
import dev.vorota.chat.avatar.AvatarStore;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the adapters that know no framework, and chooses where avatars are kept. */
@Dependent
class Adapters {

  /** Each takes tens of megabytes while it is decoded. */
  private static final int PICTURES_AT_A_TIME = 2;

  @Produces
  @Singleton
  AvatarRenderer renderer() {
    return new ImageIoAvatarRenderer(
        PictureLimits.DEFAULT, PICTURES_AT_A_TIME, Duration.ofSeconds(10));
  }

  /** An S3 server where one is named, else a folder. */
  @Produces
  @Singleton
  AvatarStore avatars(
      @ConfigProperty(name = "S3_ENDPOINT") Optional<String> endpoint,
      @ConfigProperty(name = "VOROTA_DATA", defaultValue = "data") Path data,
      @Identifier("s3") Instance<AvatarStore> s3) {
    return endpoint.isPresent() ? s3.get() : new FolderAvatarStore(data.resolve("avatars"));
  }
}
