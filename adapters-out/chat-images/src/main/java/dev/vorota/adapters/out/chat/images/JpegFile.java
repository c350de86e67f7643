package dev.vorota.adapters.out.chat.images;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Walks over the marker segments of a JPEG file (ITU-T T.81, annex B). */
final class JpegFile {

  private static final int START_OF_IMAGE = 2;
  private static final int SOF0 = 0xC0;
  private static final int SOF15 = 0xCF;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;

  private final ByteBuffer file;
  private @Nullable ByteBuffer frame;
  private Orientation orientation = Orientation.UPRIGHT;

  private JpegFile(ByteBuffer file) {
    this.file = file;
  }

  static PictureHeader header(ByteBuffer file) throws CorruptPictureException {
    return new JpegFile(file.slice(START_OF_IMAGE, file.remaining() - START_OF_IMAGE)).walk();
  }

  private PictureHeader walk() throws CorruptPictureException {
    int marker;
    while ((marker = nextMarker()) != SOS) {
      segment(marker, nextSegment());
    }
    if (frame == null || frame.remaining() < 5) {
      throw new CorruptPictureException("the JPEG has no frame header");
    }
    int height = frame.getShort(1) & 0xFFFF;
    int width = frame.getShort(3) & 0xFFFF;
    if (width == 0 || height == 0) {
      throw new CorruptPictureException("the JPEG says that it is " + width + " × " + height);
    }
    findEnd();
    return new PictureHeader(width, height, orientation);
  }

  private void segment(int marker, ByteBuffer content) throws CorruptPictureException {
    if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC) {
      if (frame != null) {
        throw new CorruptPictureException("the JPEG has two frame headers");
      }
      frame = content;
    } else if (marker == APP1) {
      orientation = Exif.orientation(content).orElse(orientation);
    }
  }

  private int nextMarker() throws CorruptPictureException {
    while (file.remaining() >= 2) {
      if (file.get() == -1) {
        int marker = file.get() & 0xFF;
        if (marker == 0xFF) {
          file.position(file.position() - 1);
        } else if (marker != 0) {
          return marker;
        }
      }
    }
    throw new CorruptPictureException("the JPEG ends too early");
  }

  private ByteBuffer nextSegment() throws CorruptPictureException {
    int length = file.remaining() < 2 ? 0 : (file.getShort() & 0xFFFF) - 2;
    if (length < 0 || length > file.remaining()) {
      throw new CorruptPictureException("the JPEG ends too early");
    }
    ByteBuffer content = file.slice(file.position(), length);
    file.position(file.position() + length);
    return content;
  }

  /** An end marker can't occur inside coded data: a zero is stuffed after each 0xFF there. */
  private void findEnd() throws CorruptPictureException {
    while (nextMarker() != EOI) {
      // What comes before are restart markers and the headers of further scans.
    }
  }
}
