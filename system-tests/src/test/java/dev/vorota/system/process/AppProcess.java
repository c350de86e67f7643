package dev.vorota.system.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running app. It is known by its pid and ended by it. */
public final class AppProcess {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(45);
  private static final HttpClient HEALTH_CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Process process;
  private final Path log;

  private AppProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the app and returns when it says that it is ready.
   *
   * @param environment what is set for it; nothing of Vorota's is inherited from the test run
   * @param health the address that answers 200 when it is ready
   * @param folder where it works and leaves its log, after what may stand there already
   */
  static AppProcess start(
      PackagedApp app, Map<String, String> environment, URI health, Path folder) {
    AppProcess started = launch(app, environment, folder);
    started.awaitReady(health);
    return started;
  }

  private static AppProcess launch(PackagedApp app, Map<String, String> settings, Path folder) {
    Path log = folder.resolve(app.name().toLowerCase(Locale.ROOT) + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(app.command())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(AppProcess::configuresVorota);
    builder.environment().putAll(settings);
    try {
      return new AppProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as a power cut would (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end (SIGTERM) and waits until it has. */
  public void terminate() {
    process.destroy();
    awaitEnd();
  }

  /** Asks it to end (SIGTERM) and does not wait. */
  public void requestTermination() {
    process.destroy();
  }

  /** Waits until it has ended, and ends it when it takes too long. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("Had to be killed, it did not stop within " + STOP + ".");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Bytes of memory that it holds (VmRSS), or -1 where the system does not tell. */
  public long residentBytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it has written so far. */
  public String output() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(URI health) {
    try {
      await(health.toString())
          .atMost(START)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || status(health) == 200);
      if (!process.isAlive()) {
        throw new IllegalStateException("It ended with " + process.exitValue() + ".");
      }
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw new IllegalStateException("Not ready: " + health + ". Its output:\n" + output(), e);
    }
  }

  private static int status(URI health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
      return HEALTH_CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether a variable of the test run would change what is tested. */
  static boolean configuresVorota(String name) {
    return name.matches(
        "(GATEWAY|MANAGEMENT|CHAT|VOROTA|DB|S3|REDIS|QUARKUS|TRUSTED|TOKEN|LIMIT)_.*");
  }
}
