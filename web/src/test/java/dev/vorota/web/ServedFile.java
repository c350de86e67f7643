package dev.vorota.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A line of {@code files.tsv}: what the gateway serves at a path. */
record ServedFile(String path, String resource, String mediaType, String coding, String etag) {

  /** The files without coding. */
  static List<ServedFile> all() {
    return variants().stream().filter(file -> file.coding().equals("identity")).toList();
  }

  /** The files in all codings. */
  static List<ServedFile> variants() {
    return new String(read("vorota/web/files.tsv"), UTF_8).lines().map(ServedFile::parse).toList();
  }

  static List<ServedFile> pages() {
    return all().stream().filter(file -> file.mediaType().startsWith("text/html")).toList();
  }

  static List<ServedFile> assets() {
    return all().stream().filter(file -> !file.mediaType().startsWith("text/html")).toList();
  }

  String content() {
    return new String(octets(), UTF_8);
  }

  byte[] octets() {
    return read(resource);
  }

  private static ServedFile parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 5) {
      throw new IllegalArgumentException("a line of files.tsv has 5 columns: " + line);
    }
    return new ServedFile(columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  private static byte[] read(String resource) {
    try (InputStream in = ServedFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
