import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The codings in which a file is kept beside its plain content, as small as they make it. */
final class Codings {

  /** Text, which gets smaller; a picture of pixels is compressed already. */
  private static final Set<String> TEXTS = Set.of("html", "js", "css", "svg", "webmanifest");

  private Codings() {}

  /**
   * The coded contents by the names of their codings: those only that are smaller than the plain.
   */
  static Map<String, byte[]> of(String name, byte[] content) throws IOException {
    Map<String, byte[]> coded = new TreeMap<>();
    if (TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))) {
      coded.put("br", brotli(content));
      coded.put("gzip", gzip(content));
      coded.values().removeIf(octets -> octets.length >= content.length);
    }
    return coded;
  }

  /** The file that holds a name's content in this coding. */
  static String name(String name, String coding) {
    return name + (coding.equals("gzip") ? ".gz" : "." + coding);
  }

  private static byte[] brotli(byte[] content) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(content, new Encoder.Parameters().setQuality(11));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new Smallest(coded)) {
      out.write(content);
    }
    return coded.toByteArray();
  }

  private static final class Smallest extends GZIPOutputStream {

    Smallest(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
