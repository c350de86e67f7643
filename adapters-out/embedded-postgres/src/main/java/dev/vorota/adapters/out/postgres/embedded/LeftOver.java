package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a killed process may have left in a folder of databases. */
enum LeftOver {
  NONE,
  /** The server is gone, and its process id may be another program's by now. */
  STALE_PID_FILE,
  RUNNING;

  static LeftOver in(Path data) {
    Path pidFile = pidFile(data);
    if (!Files.exists(pidFile)) {
      return NONE;
    }
    return process(pidFile).filter(LeftOver::mayBeServer).isPresent() ? RUNNING : STALE_PID_FILE;
  }

  /** Without this a server would not start beside whatever has its old process id now. */
  static void forget(Path data) {
    try {
      Files.delete(pidFile(data));
    } catch (IOException e) {
      throw new EmbeddedPostgresException("Can't remove " + pidFile(data) + ".", e);
    }
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }

  private static Optional<ProcessHandle> process(Path pidFile) {
    try (var lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    } catch (IOException | NumberFormatException e) {
      throw new EmbeddedPostgresException("Can't read the process id in " + pidFile + ".", e);
    }
  }

  /** A process that hides its program is taken for the server: pg_ctl then decides. */
  private static boolean mayBeServer(ProcessHandle process) {
    return process.info().command().map(path -> path.endsWith("/bin/postgres")).orElse(true);
  }
}
