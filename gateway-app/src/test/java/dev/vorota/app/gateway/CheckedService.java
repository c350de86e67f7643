package dev.vorota.app.gateway;

import static org.awaitility.Awaitility.await;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.parts.LoopbackPorts;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that answers every request with its name, and checks of {@code /health} with what a
 * test wants. It may be killed.
 */
final class CheckedService implements Closeable {

  private static final int BACKLOG = 256;

  private final String name;
  private final ServerSocket server;
  private final Queue<RawConnection> connections = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final Thread acceptor;
  private volatile boolean sound = true;

  CheckedService(String name) throws IOException {
    this(name, "127.0.0.1", LoopbackPorts.free());
  }

  CheckedService(String name, String address, int port) throws IOException {
    this.name = name;
    this.server = new ServerSocket(port, BACKLOG, InetAddress.getByName(address));
    this.acceptor = Thread.ofVirtual().start(this::accept);
  }

  Endpoint endpoint() {
    return new Endpoint(server.getInetAddress().getHostAddress(), server.getLocalPort());
  }

  /** Whether checks find it sound from here on. */
  void isSound(boolean now) {
    sound = now;
  }

  /** How many requests came that were no checks. */
  int requests() {
    return requests.get();
  }

  /** Ends it with all its connections, once its socket listens no more. */
  @Override
  public void close() throws IOException {
    server.close();
    await().until(() -> !acceptor.isAlive());
    for (RawConnection open = connections.poll(); open != null; open = connections.poll()) {
      try {
        open.reset();
      } catch (IOException _) {
        // it had closed already
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        RawConnection connection = new RawConnection(server.accept());
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException _) {
      return; // it was killed
    }
  }

  private void serve(RawConnection connection) {
    try (connection) {
      while (true) {
        boolean check = connection.readHead().startsWith("GET /health ");
        if (!check) {
          requests.incrementAndGet();
        }
        connection.send(
            (check && !sound ? "HTTP/1.1 500 Sick" : "HTTP/1.1 200 OK")
                + "\r\nContent-Length: "
                + name.length()
                + "\r\n\r\n"
                + name);
      }
    } catch (IOException _) {
      return; // the other side has hung up, or the service was killed
    }
  }
}
