package dev.vorota.parts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** MinIO as a container, where an engine really runs containers and has or gets the image. */
record MinioContainer(String engine) implements S3Software {

  private static final String IMAGE = "minio/minio";
  private static final int ANSWER_SECONDS = 10;
  private static final int PULL_SECONDS = 180;

  static Optional<S3Software> find() {
    return Stream.of("docker", "podman")
        .filter(engine -> succeeds(ANSWER_SECONDS, engine, "info"))
        .filter(engine -> succeeds(PULL_SECONDS, engine, "pull", "--quiet", IMAGE))
        .findFirst()
        .map(MinioContainer::new);
  }

  @Override
  public String name() {
    return "MinIO (container of " + engine + ")";
  }

  @Override
  public List<String> command(S3Settings settings) {
    return List.of(
        engine,
        "run",
        "--rm",
        "--publish",
        "127.0.0.1:" + settings.port() + ":9000",
        "--volume",
        settings.data() + ":/data",
        "--env",
        "MINIO_ROOT_USER",
        "--env",
        "MINIO_ROOT_PASSWORD",
        IMAGE,
        "server",
        "/data");
  }

  @Override
  public String healthPath() {
    return "/minio/health/ready";
  }

  /** A client without an engine behind it fails here. */
  private static boolean succeeds(int seconds, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
