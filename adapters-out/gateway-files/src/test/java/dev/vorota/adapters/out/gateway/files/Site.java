package dev.vorota.adapters.out.gateway.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.files.Folder;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.wire.head.RequestHead;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder on the disk that a test fills, and asks for its files as a client would. */
record Site(Path folder) {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  static Site in(Path temporary) throws IOException {
    return new Site(Files.createDirectory(temporary.toRealPath().resolve("site")));
  }

  void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  void modified(String name, Instant time) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(time));
  }

  Response get(String path, String... fields) {
    return load(Folder.at(folder.toString())).answer(request(path, fields), path);
  }

  String field(String path, String name) {
    return get(path).headers().stream()
        .filter(header -> header.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  StaticFiles load(Folder folder) {
    return new DiskFolders(Clock.fixed(NOW, ZoneOffset.UTC)).load(folder);
  }

  static Request request(String path, String... fields) {
    RequestHead head = new RequestHead(InetAddress.getLoopbackAddress(), 4_096, 20);
    String lines = String.join("", List.of(fields).stream().map(field -> field + "\r\n").toList());
    String text = "GET " + path + " HTTP/1.1\r\nHost: gate\r\n" + lines + "\r\n";
    assertThat(head.read(Unpooled.wrappedBuffer(text.getBytes(US_ASCII)))).isTrue();
    return head;
  }

  static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      out.write(content.getBytes(UTF_8));
    }
    return coded.toByteArray();
  }
}
