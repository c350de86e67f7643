package dev.vorota.adapters.out.chat.images;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A format that avatars are accepted in, told by its first bytes. */
enum PictureType {
  PNG("image/png") {
    @Override
    boolean begins(ByteBuffer file) {
      return file.remaining() >= 8 && file.getLong(0) == 0x89504E470D0A1A0AL;
    }

    @Override
    PictureHeader header(ByteBuffer file) throws CorruptPictureException {
      return PngFile.header(file);
    }
  },

  JPEG("image/jpeg") {
    @Override
    boolean begins(ByteBuffer file) {
      return file.remaining() >= 3 && file.getShort(0) == (short) 0xFFD8 && file.get(2) == -1;
    }

    @Override
    PictureHeader header(ByteBuffer file) throws CorruptPictureException {
      return JpegFile.header(file);
    }
  },

  WEBP("image/webp") {
    @Override
    boolean begins(ByteBuffer file) {
      return file.remaining() >= 12
          && file.getInt(0) == FourCc.of("RIFF")
          && file.getInt(8) == FourCc.of("WEBP");
    }

    @Override
    PictureHeader header(ByteBuffer file) throws CorruptPictureException {
      return WebpFile.header(file);
    }

    @Override
    ImageReader reader() throws IOException {
      // Straight from its provider: a native binary has no class path to look for plug-ins on.
      return new WebPImageReaderSpi().createReaderInstance();
    }
  };

  private final String mediaType;

  PictureType(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The type that the first bytes tell, whatever the sender says. */
  static Optional<PictureType> of(ByteBuffer file) {
    return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
  }

  /** Whether a {@code Content-Type} names this type; its parameters don't matter. */
  boolean isNamedBy(String contentType) {
    int parameters = contentType.indexOf(';');
    String name = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return name.strip().toLowerCase(Locale.ROOT).equals(mediaType);
  }

  String mediaType() {
    return mediaType;
  }

  abstract boolean begins(ByteBuffer file);

  /** Reads what the file claims and checks that it is all there, without decoding a pixel. */
  abstract PictureHeader header(ByteBuffer file) throws CorruptPictureException;

  ImageReader reader() throws IOException {
    return ImageIO.getImageReadersByMIMEType(mediaType).next();
  }
}
