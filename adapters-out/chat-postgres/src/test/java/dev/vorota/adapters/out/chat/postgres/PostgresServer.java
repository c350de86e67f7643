package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.adapters.out.postgres.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server of a test run, in a folder under {@code target} that begins empty. */
public final class PostgresServer implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres server;

  @Override
  public Map<String, String> start() {
    try {
      server = EmbeddedPostgres.start(Files.createTempDirectory(Path.of("target"), "postgres-"));
    } catch (IOException e) {
      throw new IllegalStateException("Can't make a folder under target.", e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", server.jdbcUrl(),
        "quarkus.datasource.username", server.user(),
        "quarkus.datasource.password", server.password());
  }

  @Override
  public void stop() {
    Objects.requireNonNull(server).close();
  }
}
