package dev.vorota.adapters.out.chat.images;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures to upload. */
final class Pictures {

  static final int RED = 0xFFFF0000;
  static final int GREEN = 0xFF00FF00;
  static final int BLUE = 0xFF0000FF;
  static final int WHITE = 0xFFFFFFFF;

  private Pictures() {}

  /** One colour in each quarter: above left, above right, below left, below right. */
  static BufferedImage quadrants(int side, int... colours) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, colours[2 * y / side * 2 + 2 * x / side]);
      }
    }
    return image;
  }

  static BufferedImage opaque(BufferedImage image) {
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        rgb.setRGB(x, y, image.getRGB(x, y));
      }
    }
    return rgb;
  }

  static BufferedImage plain(int width, int height, int argb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb);
      }
    }
    return image;
  }

  static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, file)) {
        throw new IllegalArgumentException("format must have a writer: " + format + ".");
      }
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] resource(String name) {
    try (InputStream file = Pictures.class.getResourceAsStream("/pictures/" + name)) {
      return requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A valid PNG of black pixels, 8 bits each, that is a thousand times smaller than they are. */
  static byte[] blackPng(int width, int height) {
    try {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(data)) {
        byte[] row = new byte[1 + width];
        for (int y = 0; y < height; y++) {
          deflater.write(row);
        }
      }
      byte[] grayOf8Bits = {8, 0, 0, 0, 0};
      ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(grayOf8Bits);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      file.write(pngChunk("IHDR", header.array()));
      file.write(pngChunk("IDAT", data.toByteArray()));
      file.write(pngChunk("IEND", new byte[0]));
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG with one chunk more behind its header. */
  static byte[] withPngChunk(byte[] png, String type, byte[] content) {
    return insert(png, 8 + 25, pngChunk(type, content));
  }

  /** A JPEG with an Exif segment that says how to turn it. */
  static byte[] withExifOrientation(byte[] jpeg, int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
    segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
    segment.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    segment.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation);
    return insert(jpeg, 2, segment.array());
  }

  static byte[] insert(byte[] file, int offset, byte[] added) {
    return ByteBuffer.allocate(file.length + added.length)
        .put(file, 0, offset)
        .put(added)
        .put(file, offset, file.length - offset)
        .array();
  }

  private static byte[] pngChunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }
}
