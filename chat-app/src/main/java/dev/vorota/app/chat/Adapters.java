package dev.vorota.app.chat;

import dev.vorota.adapters.out.chat.images.ImageIoAvatarRenderer;
import dev.vorota.adapters.out.chat.images.PictureLimits;
import dev.vorota.chat.avatar.AvatarRenderer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the adapters that need no framework. */
@Dependent
class Adapters {

  @Produces
  @Singleton
  AvatarRenderer renderer() {
    return new ImageIoAvatarRenderer(PictureLimits.DEFAULT, 2, Duration.ofSeconds(10));
  }
}
