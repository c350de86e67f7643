package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.adapters.out.postgres.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server of a test run: the one that {@code DB_URL}, {@code DB_USER} and {@code DB_PASSWORD}
 * name, so that any version can be tried; else an embedded one in a folder under {@code target}
 * that begins empty.
 */
public final class PostgresServer implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres server;

  @Override
  public Map<String, String> start() {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("DB_URL")) {
      return configuration(
          environment.get("DB_URL"),
          environment.getOrDefault("DB_USER", "postgres"),
          environment.getOrDefault("DB_PASSWORD", ""));
    }
    try {
      server = EmbeddedPostgres.start(Files.createTempDirectory(Path.of("target"), "postgres-"));
    } catch (IOException e) {
      throw new IllegalStateException("Can't make a folder under target.", e);
    }
    return configuration(server.jdbcUrl(), server.user(), server.password());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static Map<String, String> configuration(String url, String user, String password) {
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", user,
        "quarkus.datasource.password", password);
  }
}
