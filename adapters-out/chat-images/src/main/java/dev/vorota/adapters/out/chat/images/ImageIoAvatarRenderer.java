package dev.vorota.adapters.out.chat.images;

import static java.lang.System.Logger.Level.DEBUG;

import dev.vorota.chat.avatar.AvatarRenderer;
import dev.vorota.chat.avatar.AvatarSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Renders avatars with ImageIO, and with TwelveMonkeys where the picture is a WebP. No more than a
 * stated number of pictures is decoded at a time, since each takes up to 100 MB meanwhile.
 */
public final class ImageIoAvatarRenderer implements AvatarRenderer {

  private static final System.Logger LOG = System.getLogger(ImageIoAvatarRenderer.class.getName());

  private final PictureLimits limits;
  private final Semaphore decodes;
  private final Duration patience;

  /**
   * @param decodes how many pictures are decoded at a time
   * @param patience how long a picture waits for its turn before it is refused with a 503
   */
  public ImageIoAvatarRenderer(PictureLimits limits, int decodes, Duration patience) {
    this(limits, new Semaphore(requirePositive(decodes), true), patience);
  }

  ImageIoAvatarRenderer(PictureLimits limits, Semaphore decodes, Duration patience) {
    this.limits = limits;
    this.decodes = decodes;
    this.patience = patience;
  }

  @Override
  public Map<AvatarSize, byte[]> render(byte[] picture, String mediaType) {
    ByteBuffer file = ByteBuffer.wrap(picture).asReadOnlyBuffer();
    PictureType type = PictureType.of(file).orElseThrow(() -> Refusals.unknownType(mediaType));
    if (!type.isNamedBy(mediaType)) {
      throw Refusals.otherType(mediaType, type);
    }
    try {
      PictureHeader header = type.header(file);
      if (!limits.allow(type, header)) {
        throw Refusals.tooLarge(header, limits.maxPixels(type), limits.maxSide());
      }
      return renderInTurn(picture, type, header);
    } catch (CorruptPictureException e) {
      throw Refusals.corrupt(e.reason());
    }
  }

  private Map<AvatarSize, byte[]> renderInTurn(
      byte[] picture, PictureType type, PictureHeader header) throws CorruptPictureException {
    if (!awaitTurn()) {
      throw Refusals.busy();
    }
    try {
      return encode(decode(picture, type, header));
    } finally {
      decodes.release();
    }
  }

  private boolean awaitTurn() {
    try {
      return decodes.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static SquarePixels decode(byte[] picture, PictureType type, PictureHeader header)
      throws CorruptPictureException {
    try {
      return PictureDecoder.decode(picture, type, header);
    } catch (IOException | RuntimeException e) {
      // On broken data decoders throw whatever they stumble over: an index, a colour profile.
      LOG.log(DEBUG, "A decoder stumbled over a picture.", e);
      throw Refusals.corrupt("it can't be decoded");
    }
  }

  private static Map<AvatarSize, byte[]> encode(SquarePixels square) {
    Map<AvatarSize, byte[]> pictures = new EnumMap<>(AvatarSize.class);
    for (AvatarSize size : AvatarSize.values()) {
      pictures.put(size, PngEncoder.encode(Resampler.scale(square, size.pixels())));
    }
    return pictures;
  }

  private static int requirePositive(int decodes) {
    if (decodes <= 0) {
      throw new IllegalArgumentException("decodes must be positive: " + decodes + ".");
    }
    return decodes;
  }
}
