package dev.vorota.system.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A deployable as the build leaves it: the fast-jar, or the native binary when the system property
 * {@code vorota.native} is true.
 */
enum PackagedApp {
  GATEWAY("gateway-app"),
  CHAT("chat-app");

  /** The project's folder: the tests run in that of their module. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The configuration of the chat's gateway. */
  static final Path GATEWAY_CONFIG = ROOT.resolve("gateway.yaml");

  private static final String HEAP = "-Xmx256m";

  /**
   * Most tested processes live for seconds: the compiler that is quick to start serves them best.
   */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private final String module;

  PackagedApp(String module) {
    this.module = module;
  }

  List<String> command() {
    Path target = ROOT.resolve(module).resolve("target");
    return Boolean.getBoolean("vorota.native") ? binary(target) : jar(target);
  }

  private static List<String> jar(Path target) {
    Path jar = existing(target.resolve("quarkus-app/quarkus-run.jar"));
    String java = ProcessHandle.current().info().command().orElse("java");
    return List.of(
        java,
        HEAP,
        QUICK_START,
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-jar",
        jar.toString());
  }

  private static List<String> binary(Path target) {
    try (Stream<Path> files = Files.list(target)) {
      Path runner =
          files
              .filter(file -> file.toString().endsWith("-runner"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("No native binary in " + target + "."));
      return List.of(runner.toString(), HEAP);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path existing(Path jar) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException("Not packaged yet: " + jar + ". Run mvn package first.");
    }
    return jar;
  }
}
