package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server of our own. It listens on 127.0.0.1 only, on a port that was free, and lets
 * nobody in without the password that lies in its folder. What is stored there stays between
 * starts. A server that a killed process has left behind is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
  private static final int PORTS_TRIED = 3;

  private final FolderLock lock;
  private final Cluster cluster;
  private final int port;

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, int port) {
    this.lock = lock;
    this.cluster = cluster;
    this.port = port;
  }

  /**
   * Starts the server and returns when it takes connections: within seconds, or longer where it has
   * to recover from a crash.
   *
   * @param folder where everything is kept; made where it is missing
   * @throws EmbeddedPostgresException if it does not start, or if another process uses the folder
   */
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, Distribution.userCache().orElse(folder.resolve("programs")));
  }

  /**
   * As {@link #start(Path)}.
   *
   * @param cache where the server's programs are unpacked to, once for all folders
   */
  public static EmbeddedPostgres start(Path folder, Path cache) {
    FolderLock lock = FolderLock.of(folder.toAbsolutePath());
    try {
      Cluster cluster =
          new Cluster(folder.toAbsolutePath(), new Programs(Distribution.unpack(cache)));
      if (cluster.stopLeftOver()) {
        LOG.infof("Stopped the PostgreSQL that was left running in %s.", folder);
      }
      cluster.create();
      return new EmbeddedPostgres(lock, cluster, startOnFreePort(cluster));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE;
  }

  public String user() {
    return Cluster.USER;
  }

  /** A secret. */
  public String password() {
    return cluster.password();
  }

  /** Ends the connections and stops the server in order. */
  @Override
  public void close() {
    try {
      cluster.stop();
    } finally {
      lock.close();
    }
  }

  @Override
  public String toString() {
    return "EmbeddedPostgres[" + jdbcUrl() + "]";
  }

  /** Between finding a port and using it, somebody else may take it. */
  private static int startOnFreePort(Cluster cluster) {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        cluster.start(port);
        return port;
      } catch (EmbeddedPostgresException e) {
        if (attempt == PORTS_TRIED) {
          throw e;
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("No port of 127.0.0.1 is free.", e);
    }
  }
}
