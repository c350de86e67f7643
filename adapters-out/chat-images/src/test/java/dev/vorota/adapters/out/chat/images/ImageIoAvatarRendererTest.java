package dev.vorota.adapters.out.chat.images;

import static dev.vorota.adapters.out.chat.images.Pictures.BLUE;
import static dev.vorota.adapters.out.chat.images.Pictures.GREEN;
import static dev.vorota.adapters.out.chat.images.Pictures.RED;
import static dev.vorota.adapters.out.chat.images.Pictures.WHITE;
import static dev.vorota.adapters.out.chat.images.Pictures.encode;
import static dev.vorota.adapters.out.chat.images.Pictures.opaque;
import static dev.vorota.adapters.out.chat.images.Pictures.plain;
import static dev.vorota.adapters.out.chat.images.Pictures.quadrants;
import static dev.vorota.adapters.out.chat.images.Pictures.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.avatar.AvatarSize;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageIoAvatarRendererTest {

  private static final BufferedImage QUADRANTS = quadrants(500, RED, GREEN, BLUE, WHITE);

  private final Rendering rendering = new Rendering();

  @ParameterizedTest
  @CsvSource({"png, image/png", "jpeg, image/jpeg"})
  void rendersBothSizes(String format, String mediaType) {
    byte[] picture = encode(opaque(QUADRANTS), format);

    for (AvatarSize size : AvatarSize.values()) {
      BufferedImage avatar = rendering.avatar(picture, mediaType, size);
      assertThat(avatar.getWidth()).isEqualTo(size.pixels());
      assertThat(avatar.getHeight()).isEqualTo(size.pixels());
      Colours.assertQuadrants(avatar, RED, GREEN, BLUE, WHITE);
    }
  }

  @ParameterizedTest
  @CsvSource({"quadrants-lossy.webp", "quadrants-lossless.webp"})
  void rendersWebp(String name) {
    Colours.assertQuadrants(
        rendering.avatar(resource(name), "image/webp"), RED, GREEN, BLUE, WHITE);
  }

  @Test
  void keepsTransparency() {
    byte[] png = encode(quadrants(300, RED, GREEN, BLUE, 0), "png");

    for (BufferedImage avatar :
        new BufferedImage[] {
          rendering.avatar(png, "image/png"),
          rendering.avatar(resource("quadrants-lossy-alpha.webp"), "image/webp")
        }) {
      Colours.assertQuadrants(avatar, RED, GREEN, BLUE, 0);
    }
  }

  @Test
  void letsNoColourOfInvisiblePixelsBleed() {
    byte[] png = encode(quadrants(300, RED, 0x0000FF00, 0x0000FF00, RED), "png");

    BufferedImage avatar = rendering.avatar(png, "image/png", AvatarSize.SMALL);

    assertThat(IntStream.range(0, 64 * 64).map(i -> avatar.getRGB(i % 64, i / 64)))
        .allSatisfy(argb -> assertThat(argb & 0x00FF00).isZero());
  }

  @Test
  void cutsTheMiddleSquare() {
    BufferedImage wide = plain(900, 300, BLUE);
    wide.createGraphics().drawImage(plain(300, 300, RED), 300, 0, null);
    BufferedImage tall = plain(300, 900, BLUE);
    tall.createGraphics().drawImage(plain(300, 300, RED), 0, 300, null);

    Colours.assertQuadrants(rendering.avatar(encode(wide, "png"), "image/png"), RED, RED, RED, RED);
    Colours.assertQuadrants(rendering.avatar(encode(tall, "png"), "image/png"), RED, RED, RED, RED);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2", "64, 64", "255, 257", "8000, 1", "1, 8000", "4000, 4000"})
  void rendersWhateverSideIsWithinTheLimits(int width, int height) {
    BufferedImage avatar = rendering.avatar(encode(plain(width, height, RED), "png"), "image/png");

    Colours.assertQuadrants(avatar, RED, RED, RED, RED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, GWRB", "7, WGBR", "8, BRWG"
  })
  void turnsJpegAsItsExifSays(int orientation, String stored) {
    int[] colours = stored.chars().map(ImageIoAvatarRendererTest::colour).toArray();
    byte[] jpeg = encode(opaque(quadrants(320, colours)), "jpeg");

    byte[] turned = Pictures.withExifOrientation(jpeg, orientation);

    Colours.assertQuadrants(rendering.avatar(turned, "image/jpeg"), RED, GREEN, BLUE, WHITE);
  }

  @ParameterizedTest
  @CsvSource({"png, image/png", "jpeg, image/jpeg"})
  void keepsGrayAsBrightAsItIs(String format, String mediaType) {
    BufferedImage gray = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster()
        .setSamples(0, 0, 300, 300, 0, IntStream.generate(() -> 128).limit(90_000).toArray());

    BufferedImage avatar = rendering.avatar(encode(gray, format), mediaType);

    Colours.assertAlike(avatar.getRGB(128, 128), 0xFF808080);
  }

  @Test
  void leavesMetadataBehind() {
    byte[] secret = "Comment\0home is at 59.9386 N".getBytes(StandardCharsets.US_ASCII);
    byte[] png = Pictures.withPngChunk(encode(QUADRANTS, "png"), "tEXt", secret);

    assertThat(rendering.render(png, "image/png").values())
        .allSatisfy(
            avatar ->
                assertThat(new String(avatar, StandardCharsets.ISO_8859_1))
                    .doesNotContain("59.9386"));
  }

  @Test
  void takesMediaTypeWithParametersInAnyCase() {
    assertThat(rendering.render(encode(QUADRANTS, "png"), "Image/PNG; q=1")).hasSize(2);
  }

  private static int colour(int letter) {
    return switch (letter) {
      case 'R' -> RED;
      case 'G' -> GREEN;
      case 'B' -> BLUE;
      default -> WHITE;
    };
  }
}
