package dev.vorota.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A running server; it ends with the tests' own process at the latest. */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final Path log;
  private final Thread atExit;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.atExit = new Thread(process::destroy, "stop-server");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @throws IllegalStateException if it ends or is not ready in time; the message has its log
   */
  static ServerProcess start(S3Software software, S3Settings settings) {
    Path log = settings.folder().resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(software.command(settings))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("MINIO_ROOT_USER", settings.accessKey());
    builder.environment().put("MINIO_ROOT_PASSWORD", settings.secretKey());
    builder.environment().put("MINIO_BROWSER", "off");
    builder.environment().put("MINIO_UPDATE", "off");
    try {
      ServerProcess server = new ServerProcess(builder.start(), log);
      server.awaitReady(settings.endpoint().resolve(software.healthPath()));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process: in order where it obeys, else at once. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void awaitReady(URI health) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Awaitility.await()
          .atMost(START)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || answers(client, health));
    } catch (ConditionTimeoutException e) {
      close();
      throw new IllegalStateException(
          "The server must be ready within " + START + ": " + Files.readString(log), e);
    }
    if (!process.isAlive()) {
      close();
      throw new IllegalStateException("The server ended: " + Files.readString(log));
    }
  }

  private static boolean answers(HttpClient client, URI health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() < 400;
    } catch (IOException e) {
      return false;
    }
  }
}
