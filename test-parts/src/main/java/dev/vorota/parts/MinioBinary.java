package dev.vorota.parts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** MinIO from a binary of this machine: see {@code scripts/minio}, which can build one. */
record MinioBinary(Path binary) implements S3Software {

  /** A binary on the {@code PATH}, else the one in the cache folder. */
  static Optional<S3Software> find(Map<String, String> environment) {
    Stream<Path> onPath =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of);
    return Stream.concat(onPath, Stream.of(cache(environment)))
        .map(folder -> folder.resolve("minio"))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(MinioBinary::new);
  }

  @Override
  public String name() {
    return "MinIO (" + binary + ")";
  }

  @Override
  public List<String> command(S3Settings settings) {
    return List.of(
        binary.toString(),
        "server",
        "--quiet",
        "--address",
        "127.0.0.1:" + settings.port(),
        settings.data().toString());
  }

  @Override
  public String healthPath() {
    return "/minio/health/ready";
  }

  private static Path cache(Map<String, String> environment) {
    String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        configured.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return caches.resolve("vorota").resolve("bin");
  }
}
