package dev.vorota.adapters.out.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverServerTest {

  @TempDir Path folder;

  @Test
  void stopsTheServerThatKilledProcessLeftAndKeepsItsData()
      throws IOException, InterruptedException, SQLException {
    Process parent = startParent();
    try (BufferedReader said = parent.inputReader()) {
      assertThat(said.readLine()).isEqualTo(Long.toString(parent.pid()));
    } finally {
      parent.destroyForcibly().waitFor();
    }
    long leftOver = pidOfServer();
    assertThat(ProcessHandle.of(leftOver)).isPresent();

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      // A second server on the same folder would have failed, so the first is gone.
      assertThat(pidOfServer()).isNotEqualTo(leftOver);
      assertThat(EmbeddedPostgresTest.query(server, "select n from note")).isEqualTo("7");
    }
  }

  private Process startParent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledParent.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private long pidOfServer() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid")).getFirst());
  }
}
