package dev.vorota.system.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the tested processes leave their logs and, while they run, their data. */
public final class ProcessFolder {

  private static final Path PARENT = PackagedApp.ROOT.resolve("system-tests/target/processes");

  private ProcessFolder() {}

  /** A new folder whose name starts with this one. */
  public static Path create(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(PARENT), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder with all that is in it, where it exists. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
