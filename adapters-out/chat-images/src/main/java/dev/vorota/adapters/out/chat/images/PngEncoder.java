package dev.vorota.adapters.out.chat.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels as PNG and nothing beside them: whatever else was in the upload is gone. */
final class PngEncoder {

  private PngEncoder() {}

  static byte[] encode(SquarePixels pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/png").next();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(png)) {
      writer.setOutput(output);
      writer.write(image(pixels));
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory can't fail.", e);
    } finally {
      writer.dispose();
    }
    return png.toByteArray();
  }

  private static BufferedImage image(SquarePixels pixels) {
    boolean opaque = Arrays.stream(pixels.argb()).allMatch(pixel -> pixel >>> 24 == 0xFF);
    int type = opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    int side = pixels.side();
    BufferedImage image = new BufferedImage(side, side, type);
    image.setRGB(0, 0, side, side, pixels.argb(), 0, side);
    return image;
  }
}
