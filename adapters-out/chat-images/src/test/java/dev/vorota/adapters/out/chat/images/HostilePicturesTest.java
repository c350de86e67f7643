package dev.vorota.adapters.out.chat.images;

import static dev.vorota.adapters.out.chat.images.Pictures.BLUE;
import static dev.vorota.adapters.out.chat.images.Pictures.GREEN;
import static dev.vorota.adapters.out.chat.images.Pictures.RED;
import static dev.vorota.adapters.out.chat.images.Pictures.WHITE;
import static dev.vorota.adapters.out.chat.images.Pictures.encode;
import static dev.vorota.adapters.out.chat.images.Pictures.opaque;
import static dev.vorota.adapters.out.chat.images.Pictures.quadrants;
import static dev.vorota.adapters.out.chat.images.Pictures.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.problem.ProblemException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes are flipped, a picture is either shown or refused: nothing else comes out. */
class HostilePicturesTest {

  private static final byte[] JPEG =
      Pictures.withExifOrientation(
          encode(opaque(quadrants(48, RED, GREEN, BLUE, WHITE)), "jpeg"), 6);

  private final Rendering rendering = new Rendering();

  @Property(tries = 300)
  void png(@ForAll @Size(min = 1, max = 8) List<@IntRange(max = 100_000) Integer> flips) {
    assertShownOrRefused(encode(quadrants(48, RED, GREEN, BLUE, 0), "png"), "image/png", flips);
  }

  @Property(tries = 300)
  void jpeg(@ForAll @Size(min = 1, max = 8) List<@IntRange(max = 100_000) Integer> flips) {
    assertShownOrRefused(JPEG.clone(), "image/jpeg", flips);
  }

  @Property(tries = 300)
  void lossyWebp(@ForAll @Size(min = 1, max = 8) List<@IntRange(max = 100_000) Integer> flips) {
    assertShownOrRefused(resource("quadrants-lossy-alpha.webp"), "image/webp", flips);
  }

  @Property(tries = 300)
  void losslessWebp(@ForAll @Size(min = 1, max = 8) List<@IntRange(max = 100_000) Integer> flips) {
    assertShownOrRefused(resource("quadrants-lossless.webp"), "image/webp", flips);
  }

  private void assertShownOrRefused(byte[] picture, String mediaType, List<Integer> flips) {
    for (int flip : flips) {
      picture[flip / 8 % picture.length] ^= (byte) (1 << flip % 8);
    }
    try {
      assertThat(rendering.render(picture, mediaType)).hasSize(2);
    } catch (ProblemException refused) {
      assertThat(refused.problem().status()).isIn(400, 413, 415);
    }
  }
}
