package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process that starts a server, stores something, says so and waits to be killed. */
final class KilledParent {

  private KilledParent() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]));
    EmbeddedPostgresTest.query(server, "create table note as select 7 as n; select 1");
    System.out.println(ProcessHandle.current().pid());
    System.out.flush();
    if (System.in.read() >= 0) {
      throw new IOException("nobody writes to this process.");
    }
  }
}
