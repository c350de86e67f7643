package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the server's programs. */
final class Programs {

  private final Path distribution;

  Programs(Path distribution) {
    this.distribution = distribution;
  }

  /** Runs a program to its end, and answers its exit status with what it printed. */
  Outcome run(Duration limit, String program, List<String> arguments) {
    List<String> command = new ArrayList<>(asOrdinaryUser());
    command.add(distribution.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    try {
      // A file, not a pipe: a server that the program leaves running would keep the pipe open.
      Path printed = Files.createTempFile("vorota-" + program + "-", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int status = await(process, program, limit);
        Outcome outcome =
            new Outcome(status, Files.readString(printed, Charset.defaultCharset()).strip());
        requireNamespace(outcome);
        return outcome;
      } finally {
        Files.delete(printed);
      }
    } catch (IOException e) {
      throw new EmbeddedPostgresException("Can't run " + command.getFirst() + ".", e);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it sees another user. */
  private static List<String> asOrdinaryUser() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("unshare", "--user", "--")
        : List.of();
  }

  private static void requireNamespace(Outcome outcome) {
    if (outcome.printed().startsWith("unshare:")) {
      throw new EmbeddedPostgresException(
          "PostgreSQL does not run as root, and this machine lets root make no user namespace ("
              + outcome.printed()
              + "); run as another user, or set DB_URL, DB_USER and DB_PASSWORD to use a server.");
    }
  }

  private static int await(Process process, String program, Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new EmbeddedPostgresException(program + " must end within " + limit + " but did not.");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("Interrupted while " + program + " ran.", e);
    }
  }

  record Outcome(int status, String printed) {

    boolean succeeded() {
      return status == 0;
    }
  }
}
