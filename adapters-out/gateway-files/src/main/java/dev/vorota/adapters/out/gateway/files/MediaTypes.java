package dev.vorota.adapters.out.gateway.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a file is, by the end of its name. Texts are taken to be UTF-8. */
final class MediaTypes {

  private static final String UNKNOWN = "application/octet-stream";
  private static final String TEXT = "text/";

  /** Each line: a media type and the extensions of its files. */
  private static final String LIST =
      """
      text/html html htm
      text/css css
      text/javascript js mjs cjs
      text/plain txt log conf
      text/markdown md
      text/csv csv
      text/calendar ics
      text/vcard vcf
      text/vtt vtt
      text/xml xml xsl
      application/json json map
      application/manifest+json webmanifest
      application/ld+json jsonld
      application/geo+json geojson
      application/yaml yaml yml
      application/atom+xml atom
      application/rss+xml rss
      application/xhtml+xml xhtml
      application/wasm wasm
      application/pdf pdf
      application/rtf rtf
      application/epub+zip epub
      application/zip zip
      application/gzip gz tgz
      application/x-tar tar
      application/x-7z-compressed 7z
      application/java-archive jar
      application/msword doc
      application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
      application/vnd.ms-excel xls
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
      application/vnd.ms-powerpoint ppt
      application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
      application/vnd.oasis.opendocument.text odt
      image/svg+xml svg
      image/png png
      image/apng apng
      image/jpeg jpg jpeg
      image/gif gif
      image/webp webp
      image/avif avif
      image/bmp bmp
      image/tiff tif tiff
      image/vnd.microsoft.icon ico
      font/woff2 woff2
      font/woff woff
      font/ttf ttf
      font/otf otf
      audio/mpeg mp3
      audio/mp4 m4a
      audio/aac aac
      audio/ogg oga ogg opus
      audio/wav wav
      audio/flac flac
      audio/webm weba
      video/mp4 mp4 m4v
      video/webm webm
      video/ogg ogv
      video/quicktime mov
      video/mp2t ts
      application/vnd.apple.mpegurl m3u8
      """;

  private static final Map<String, String> BY_EXTENSION = byExtension();

  private MediaTypes() {}

  /** The value of {@code Content-Type} for a file of this name. */
  static String of(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
  }

  private static Map<String, String> byExtension() {
    Map<String, String> types = new HashMap<>();
    LIST.lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            words -> {
              String type = words[0].startsWith(TEXT) ? words[0] + "; charset=utf-8" : words[0];
              for (int i = 1; i < words.length; i++) {
                types.put(words[i], type);
              }
            });
    return Map.copyOf(types);
  }
}
