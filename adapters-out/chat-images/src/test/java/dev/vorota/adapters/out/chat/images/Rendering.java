package dev.vorota.adapters.out.chat.images;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vorota.chat.avatar.AvatarRenderer;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;

/** A renderer, and its results as a browser would see them. */
final class Rendering {

  private final AvatarRenderer renderer;

  Rendering() {
    this(new ImageIoAvatarRenderer(PictureLimits.DEFAULT, 2, Duration.ofSeconds(10)));
  }

  Rendering(AvatarRenderer renderer) {
    this.renderer = renderer;
  }

  Map<AvatarSize, byte[]> render(byte[] picture, String mediaType) {
    return renderer.render(picture, mediaType);
  }

  BufferedImage avatar(byte[] picture, String mediaType) {
    return avatar(picture, mediaType, AvatarSize.LARGE);
  }

  BufferedImage avatar(byte[] picture, String mediaType, AvatarSize size) {
    byte[] png = requireNonNull(render(picture, mediaType).get(size), "png");
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Problem refusal(byte[] picture, String mediaType) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> render(picture, mediaType));
    assertThat(refused).as("refusal").isNotNull();
    return refused.problem();
  }
}
