package dev.vorota.system.process;

import dev.vorota.adapters.out.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL server of its own, which can be away for a while and comes back at its address. */
public final class PostgresServer implements AutoCloseable {

  private static final String JDBC = "jdbc:";

  private final Path folder;
  private final Relay relay;

  private EmbeddedPostgres server;

  private PostgresServer(Path folder) {
    this.folder = folder;
    this.server = EmbeddedPostgres.start(folder.resolve("data"));
    this.relay = new Relay(address().getPort());
  }

  public static PostgresServer start(String name) {
    return new PostgresServer(ProcessFolder.create(name + "-postgres"));
  }

  /** The environment that leads the chat to it. */
  public Map<String, String> settings() {
    return Map.of(
        "DB_URL", "jdbc:postgresql://127.0.0.1:" + relay.port() + address().getPath(),
        "DB_USER", server.user(),
        "DB_PASSWORD", server.password());
  }

  /** Stops it as an operator does; its connections end. */
  public void stop() {
    server.close();
  }

  /** Starts it again on its data, at the address that the chat knows. */
  public void startAgain() {
    server = EmbeddedPostgres.start(folder.resolve("data"));
    relay.leadTo(address().getPort());
  }

  @Override
  public void close() {
    relay.close();
    server.close();
    ProcessFolder.remove(folder);
  }

  private URI address() {
    return URI.create(server.jdbcUrl().substring(JDBC.length()));
  }
}
