package dev.vorota.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A line of {@code files.tsv}: what the gateway serves at a path. */
record ServedFile(String path, String resource, String mediaType, String etag) {

  static List<ServedFile> all() {
    return read("vorota/web/files.tsv").lines().map(ServedFile::parse).toList();
  }

  static List<ServedFile> pages() {
    return all().stream().filter(file -> file.mediaType().startsWith("text/html")).toList();
  }

  static List<ServedFile> assets() {
    return all().stream().filter(file -> !file.mediaType().startsWith("text/html")).toList();
  }

  String content() {
    return read(resource);
  }

  private static ServedFile parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4) {
      throw new IllegalArgumentException("a line of files.tsv has 4 columns: " + line);
    }
    return new ServedFile(columns[0], columns[1], columns[2], columns[3]);
  }

  private static String read(String resource) {
    try (InputStream in = ServedFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
