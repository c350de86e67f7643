package dev.vorota.system.faults;

import dev.vorota.system.process.PostgresServer;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL, a server of its own here, restarts under load. */
final class DatabaseRestartIT {

  @Test
  void restartedDatabaseLosesNothingAndDoublesNothing() {
    try (PostgresServer postgres = PostgresServer.start("database-restart")) {
      Map<String, String> settings = new HashMap<>(SharedVorota.wideLimits());
      settings.putAll(postgres.settings());
      try (Vorota vorota = Vorota.start("database-restart", settings);
          Crowd crowd = new Crowd(vorota)) {
        crowd.write(10);
        crowd.awaitMidSend();
        postgres.stop();
        crowd.write(5);
        postgres.startAgain();

        crowd.assertNothingLostNothingTwice();
      }
    }
  }
}
