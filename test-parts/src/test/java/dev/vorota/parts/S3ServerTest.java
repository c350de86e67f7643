package dev.vorota.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class S3ServerTest {

  static Stream<Supplier<S3Server>> servers() {
    return Stream.of(S3Server::start, S3Server::startS3Proxy);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void refusesStrangersAndComesBackOnTheSamePort(Supplier<S3Server> started) throws Exception {
    try (S3Server server = started.get()) {
      assertThat(statusWithoutCredentials(server)).isEqualTo(403);

      server.stop();
      assertThatIOException().isThrownBy(() -> connect(server));

      server.resume();
      assertThat(statusWithoutCredentials(server)).isEqualTo(403);
    }
  }

  @Test
  void prefersBinaryOnThePathToTheCachedOne(@TempDir Path folder) throws IOException {
    Path bin = executable(folder.resolve("bin"));
    Path cached = executable(folder.resolve("cache/vorota/bin"));
    String cache = folder.resolve("cache").toString();

    assertThat(
            MinioBinary.find(
                Map.of("PATH", "/nowhere:" + bin.getParent(), "XDG_CACHE_HOME", cache)))
        .contains(new MinioBinary(bin));
    assertThat(MinioBinary.find(Map.of("PATH", "/nowhere", "XDG_CACHE_HOME", cache)))
        .contains(new MinioBinary(cached));
    assertThat(
            MinioBinary.find(
                Map.of("PATH", "", "XDG_CACHE_HOME", folder.resolve("empty").toString())))
        .isEmpty();
  }

  private static Path executable(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.createFile(
        folder.resolve("minio"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static int statusWithoutCredentials(S3Server server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(server.endpoint()).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static void connect(S3Server server) throws IOException {
    new Socket(server.endpoint().getHost(), server.endpoint().getPort()).close();
  }
}
