package dev.vorota.system.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of the packaged gateway that ends by itself.
 *
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
public record GatewayCommand(int exitCode, String out, String err) {

  private static final int MOST_SECONDS = 60;

  /**
   * Runs it in a folder of its own and waits for its end.
   *
   * @param environment what is set for it; nothing of Vorota's is inherited from the test run
   */
  public static GatewayCommand run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(PackagedApp.GATEWAY.command());
    command.addAll(List.of(arguments));
    Path folder = ProcessFolder.create("command");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(AppProcess::configuresVorota);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("Had to be killed: " + command);
      }
      return new GatewayCommand(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The configuration of the chat's gateway. */
  public static Path chatConfig() {
    return PackagedApp.GATEWAY_CONFIG;
  }
}
