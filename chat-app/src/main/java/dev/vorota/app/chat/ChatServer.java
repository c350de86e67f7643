package dev.vorota.app.chat;

import dev.vorota.adapters.out.postgres.embedded.EmbeddedPostgres;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;

/** Starts the chat, with a PostgreSQL of its own where {@code DB_URL} names no server. */
@QuarkusMain
public final class ChatServer {

  private ChatServer() {}

  public static void main(String... args) {
    Map<String, String> environment = System.getenv();
    if (environment.getOrDefault("DB_URL", "").isBlank()) {
      startDatabase(Path.of(environment.getOrDefault("VOROTA_DATA", "data"), "postgres"));
    }
    Quarkus.run(args);
  }

  /**
   * The data source has to know its address before the framework starts; system properties are what
   * it reads before its own configuration.
   */
  private static void startDatabase(Path folder) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(postgres), "stop-postgres"));
    System.setProperty("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
    System.setProperty("quarkus.datasource.username", postgres.user());
    System.setProperty("quarkus.datasource.password", postgres.password());
    System.setProperty("vorota.chat.database", "an embedded PostgreSQL in " + folder);
  }

  /** All shutdown hooks run at once, so this one waits until nothing uses the database any more. */
  private static void stopLast(EmbeddedPostgres postgres) {
    Application application = Application.currentApplication();
    if (application != null && application.isStarted()) {
      application.awaitShutdown();
    }
    postgres.close();
  }
}
