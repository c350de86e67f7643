package dev.vorota.adapters.out.chat.images;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the middle square of a picture whose header was checked. Of a large picture only each
 * n-th pixel of each n-th row is kept, still several for each pixel of the largest avatar, so that
 * the memory of a decode does not grow with the picture where its format allows.
 */
final class PictureDecoder {

  /** The least side that a decoded square keeps when pixels are left out. */
  private static final int ENOUGH = 1024;

  /** JPEG readers go on with gray where data is broken, and only warn. */
  private static final Pattern BROKEN =
      Pattern.compile("truncated|premature|bad huffman", Pattern.CASE_INSENSITIVE);

  private PictureDecoder() {}

  static SquarePixels decode(byte[] picture, PictureType type, PictureHeader header)
      throws IOException, CorruptPictureException {
    ImageReader reader = type.reader();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      // Metadata is ignored: compressed text in it may be a bomb of its own.
      reader.setInput(input, true, true);
      if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
        throw new CorruptPictureException("the picture tells two sizes");
      }
      SquarePixels square = SquarePixels.of(read(reader, header));
      return new SquarePixels(
          square.side(), header.orientation().upright(square.argb(), square.side()));
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader, PictureHeader header)
      throws IOException, CorruptPictureException {
    int side = Math.min(header.width(), header.height());
    int left = (header.width() - side) / 2;
    int top = (header.height() - side) / 2;
    int step = Math.max(1, side / ENOUGH);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(new Rectangle(left, top, side, side));
    param.setSourceSubsampling(step, step, 0, 0);
    boolean[] broken = new boolean[1];
    reader.addIIOReadWarningListener(
        (source, warning) -> broken[0] |= BROKEN.matcher(warning).find());
    BufferedImage image = reader.read(0, param);
    if (broken[0]) {
      throw new CorruptPictureException("the picture's data is broken");
    }
    return image;
  }
}
