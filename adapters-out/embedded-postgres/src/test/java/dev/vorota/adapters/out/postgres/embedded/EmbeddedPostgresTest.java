package dev.vorota.adapters.out.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path folder;

  @Test
  void keepsWhatIsStoredBetweenStarts() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      query(server, "create table note as select 'Привет' as text; select 1");
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(query(server, "select text from note")).isEqualTo("Привет");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guessed").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
          .isEqualTo("rw-------");
      assertThat(server.toString()).doesNotContain(server.password());
    }
  }

  @Test
  void listensOnLoopbackOnly() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(server, "show unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void refusesFolderThatIsInUse() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(EmbeddedPostgresException.class)
          .hasMessageContaining("Another process uses the data folder " + folder);
      assertThat(server.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
  }

  @Test
  void refusesFolderOfAnotherMajorVersion() throws IOException {
    Files.createDirectories(folder.resolve("cluster"));
    Files.writeString(folder.resolve("cluster").resolve("PG_VERSION"), "9\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("but it is of 9");
  }

  @Test
  void beginsAnewWhereTheFirstStartWasBrokenOff() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("cluster.new").resolve("base"));
    Files.writeString(passwordFile(), "old");

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(query(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void startsAlthoughItsOldProcessIdIsAnotherProgramsByNow() throws IOException, SQLException {
    EmbeddedPostgres.start(folder).close();
    Files.writeString(
        folder.resolve("cluster").resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + folder.resolve("cluster") + "\n");

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(query(server, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void closesWhereTheServerHasStoppedByItself() throws IOException, SQLException {
    EmbeddedPostgres server = EmbeddedPostgres.start(folder);
    Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst());
    ProcessHandle.of(pid).orElseThrow().destroy();
    await().until(() -> !Files.exists(pidFile));

    server.close();

    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
      assertThat(query(again, "select 1")).isEqualTo("1");
    }
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  /** The first column of the last statement's only row. */
  static String query(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      while (statement.getResultSet() == null) {
        statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
