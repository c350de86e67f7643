package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.compression.Compression;
import dev.vorota.gateway.http.ContentCoding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads which answers are compressed. */
final class CompressionReader {

  private CompressionReader() {}

  /** What was asked for, or null for nothing. */
  static @Nullable Compression read(@Nullable Given given) {
    if (given instanceof Given.Flag flag) {
      return flag.value() ? Compression.DEFAULTS : null;
    }
    if (!(given instanceof Fields fields)) {
      return null;
    }
    Compression usual = Compression.DEFAULTS;
    List<ContentCoding> codings =
        texts(fields, "codings").stream().map(ContentCoding::of).distinct().toList();
    List<String> types =
        texts(fields, "types").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
    Given.Whole minLength = fields.whole("min_length");
    return new Compression(
        codings.isEmpty() ? usual.codings() : codings,
        minLength == null ? usual.minLength() : minLength.value(),
        types.isEmpty() ? usual.types() : types);
  }

  private static List<String> texts(Fields fields, String key) {
    return fields.texts(key).stream().map(Given.Text::text).toList();
  }
}
