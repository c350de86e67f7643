package dev.vorota.app.chat;

import dev.vorota.adapters.out.postgres.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the tests a real PostgreSQL and an empty folder for avatars. */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

  private @Nullable Path folder;
  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("vorota-chat-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    return Map.of(
        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
        "quarkus.datasource.username", postgres.user(),
        "quarkus.datasource.password", postgres.password(),
        "vorota.chat.database", "an embedded PostgreSQL in " + folder,
        "VOROTA_DATA", folder.toString());
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
