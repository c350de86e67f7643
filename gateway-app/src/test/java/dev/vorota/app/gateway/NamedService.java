package dev.vorota.app.gateway;

import dev.vorota.gateway.endpoint.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A service that answers each request with its name, at once, or for paths that end with {@code
 * /held} once it is let.
 */
final class NamedService implements Closeable {

  private final String name;
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final Queue<RawConnection> connections = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> let = new CompletableFuture<>();

  NamedService(String name) throws IOException {
    this.name = name;
    Thread.ofVirtual().start(this::accept);
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", upstream.port());
  }

  /** Lets the answers go that are held. */
  void let() {
    let.complete(null);
  }

  /** Takes no more connections, and cuts those that there are. */
  @Override
  public void close() throws IOException {
    upstream.close();
    for (RawConnection connection : connections) {
      connection.close();
    }
    let();
  }

  private void accept() {
    try {
      while (true) {
        RawConnection connection = upstream.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException _) {
      return; // it is closed
    }
  }

  private void serve(RawConnection connection) {
    try (connection) {
      while (true) {
        String head = connection.readHead();
        if (head.substring(0, head.indexOf('\r')).contains("/held ")) {
          let.join();
        }
        connection.send(
            "HTTP/1.1 200 OK\r\nX-Name: "
                + name
                + "\r\nSet-Cookie: own=1\r\nContent-Length: 0\r\n\r\n");
      }
    } catch (IOException _) {
      return; // it is closed, or the gateway has closed
    }
  }
}
