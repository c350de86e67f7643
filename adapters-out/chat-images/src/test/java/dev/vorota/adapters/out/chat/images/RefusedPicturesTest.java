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

import com.sun.management.ThreadMXBean;
import dev.vorota.problem.Problem;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedPicturesTest {

  private static final BufferedImage SMALL = opaque(quadrants(64, RED, GREEN, BLUE, WHITE));

  private final Rendering rendering = new Rendering();

  @Test
  void refusesBombWithoutDecodingIt() {
    byte[] bomb = Pictures.blackPng(10_000, 5_000);
    assertThat(bomb.length).isLessThan(100_000);
    rendering.refusal(bomb, "image/png");

    long before = allocatedBytes();
    Problem refusal = rendering.refusal(bomb, "image/png");
    long allocated = allocatedBytes() - before;

    assertThat(allocated).isLessThan(1_000_000);
    assertThat(refusal.status()).isEqualTo(413);
    assertThat(refusal.kind()).isEqualTo("picture-too-large");
    assertThat(refusal.detail())
        .isEqualTo(
            "The picture is 10000 × 5000, that is 50000000 pixels; expected are at most 16000000,"
                + " no side above 8000.");
  }

  @Test
  void refusesSideAboveTheLimit() {
    assertThat(rendering.refusal(Pictures.blackPng(8_001, 1), "image/png").status()).isEqualTo(413);
    assertThat(rendering.render(Pictures.blackPng(8_000, 1), "image/png")).hasSize(2);
  }

  @Test
  void refusesJpegAndWebpThatClaimTooMuch() {
    byte[] jpeg = encode(SMALL, "jpeg");
    ByteBuffer.wrap(jpeg).putInt(frameHeader(jpeg) + 5, 0xFFFFFFFF);
    byte[] webp = resource("quadrants-lossy.webp");
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) 2000);
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(28, (short) 2001);

    assertThat(rendering.refusal(jpeg, "image/jpeg").status()).isEqualTo(413);
    assertThat(rendering.refusal(webp, "image/webp").detail())
        .startsWith(
            "The picture is 2000 × 2001, that is 4002000 pixels; expected are at most 4000000,");
  }

  @Test
  void refusesWebpWhoseCanvasHidesLargerBitstream() {
    byte[] webp = resource("quadrants-lossy-alpha.webp");
    webp[24] = 0x3F;

    assertBroken(rendering.refusal(webp, "image/webp"), "two sizes");
  }

  @Test
  void refusesTypeThatDiffersFromTheContent() {
    Problem refusal = rendering.refusal(encode(SMALL, "jpeg"), "image/png");

    assertThat(refusal.status()).isEqualTo(415);
    assertThat(refusal.kind()).isEqualTo("unsupported-picture");
    assertThat(refusal.detail())
        .isEqualTo("The content is image/jpeg, but its type says: image/png.");
  }

  @Test
  void refusesEverythingThatIsNoAcceptedPicture() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    List<byte[]> others =
        List.of(
            new byte[0],
            svg,
            encode(SMALL, "gif"),
            encode(SMALL, "bmp"),
            "RIFF\0\0\0\0WAVE".getBytes(StandardCharsets.US_ASCII));

    for (String mediaType : List.of("image/png", "image/svg+xml", "image/gif", "")) {
      assertThat(others)
          .allSatisfy(
              other -> assertThat(rendering.refusal(other, mediaType).status()).isEqualTo(415));
    }
  }

  @Test
  void refusesAnimation() {
    byte[] apng = Pictures.withPngChunk(encode(SMALL, "png"), "acTL", new byte[8]);

    assertBroken(rendering.refusal(apng, "image/png"), "animated");
    assertBroken(rendering.refusal(resource("animated.webp"), "image/webp"), "animated");
  }

  @Test
  void refusesFileThatWasCutAnywhere() {
    assertRefusedWhereverItIsCut(encode(SMALL, "png"), "image/png");
    assertRefusedWhereverItIsCut(encode(SMALL, "jpeg"), "image/jpeg");
    assertRefusedWhereverItIsCut(resource("quadrants-lossy.webp"), "image/webp");
    assertRefusedWhereverItIsCut(resource("quadrants-lossy-alpha.webp"), "image/webp");
    assertRefusedWhereverItIsCut(resource("quadrants-lossless.webp"), "image/webp");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0xFFFFFFFF, 0x80000000})
  void refusesPngWithoutWidth(int width) {
    byte[] png = encode(SMALL, "png");
    ByteBuffer.wrap(png).putInt(16, width);

    assertThat(rendering.refusal(png, "image/png").status()).isEqualTo(400);
  }

  @Test
  void refusesBrokenPixels() {
    byte[] png = encode(SMALL, "png");
    Arrays.fill(png, 50, png.length - 20, (byte) 0x55);

    assertBroken(rendering.refusal(png, "image/png"), "can't be decoded");
  }

  @Test
  void refusesWhenItsTurnDoesNotCome() {
    Rendering busy =
        new Rendering(
            new ImageIoAvatarRenderer(PictureLimits.DEFAULT, new Semaphore(0), Duration.ZERO));

    Problem refusal = busy.refusal(encode(SMALL, "png"), "image/png");

    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.kind()).isEqualTo("avatars-unavailable");
  }

  @Test
  void givesItsTurnBackAfterEachPicture() {
    Semaphore turns = new Semaphore(1);
    Rendering one =
        new Rendering(new ImageIoAvatarRenderer(PictureLimits.DEFAULT, turns, Duration.ZERO));
    byte[] broken = encode(SMALL, "png");
    Arrays.fill(broken, 50, broken.length - 20, (byte) 0x55);

    one.refusal(broken, "image/png");
    one.render(encode(SMALL, "png"), "image/png");

    assertThat(turns.availablePermits()).isEqualTo(1);
  }

  private void assertRefusedWhereverItIsCut(byte[] picture, String mediaType) {
    for (int length = 0; length < picture.length - 1; length++) {
      Problem refusal = rendering.refusal(Arrays.copyOf(picture, length), mediaType);
      assertThat(refusal.status()).as("cut after %d bytes", length).isIn(400, 415);
    }
  }

  private static void assertBroken(Problem refusal, String reason) {
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.kind()).isEqualTo("invalid-picture");
    assertThat(refusal.detail()).contains(reason);
  }

  private static int frameHeader(byte[] jpeg) {
    for (int i = 0; ; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
        return i;
      }
    }
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
