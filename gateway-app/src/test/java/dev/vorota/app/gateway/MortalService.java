package dev.vorota.app.gateway;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.parts.LoopbackPorts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that gives each request back the tag in its path, framed in one way or another, unless
 * it breaks off; all of it may die and come back at the same port.
 */
final class MortalService implements Closeable {

  private static final int BACKLOG = 256;
  private static final int LONGEST_BODY = 200;

  private final AtomicInteger seeds;
  private final InetSocketAddress address;
  private final Queue<RawConnection> connections = new ConcurrentLinkedQueue<>();
  private volatile ServerSocket server;
  private volatile Thread acceptor;

  MortalService(int seed) throws IOException {
    this.seeds = new AtomicInteger(seed);
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), LoopbackPorts.free());
    this.server = new ServerSocket(address.getPort(), BACKLOG, address.getAddress());
    this.acceptor = accept(server);
  }

  Endpoint endpoint() {
    return new Endpoint(address.getHostString(), address.getPort());
  }

  /** Cuts every connection and takes no more until it comes back. */
  void die() throws IOException {
    server.close();
    awaitAcceptor();
    for (RawConnection open = connections.poll(); open != null; open = connections.poll()) {
      try {
        open.reset();
      } catch (IOException _) {
        // it had closed already
      }
    }
  }

  void comeBack() throws IOException {
    server = new ServerSocket(address.getPort(), BACKLOG, address.getAddress());
    acceptor = accept(server);
  }

  @Override
  public void close() throws IOException {
    die();
  }

  /** The socket goes on listening until the thread that waits for connections has noticed. */
  private void awaitAcceptor() throws InterruptedIOException {
    try {
      acceptor.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The service must have stopped before it comes back.");
    }
  }

  private Thread accept(ServerSocket listening) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  RawConnection connection = new RawConnection(listening.accept());
                  connections.add(connection);
                  Random random = new Random(seeds.incrementAndGet());
                  Thread.ofVirtual().start(() -> serve(connection, random));
                }
              } catch (IOException _) {
                return; // it has died
              }
            });
  }

  private static void serve(RawConnection connection, Random random) {
    try (connection) {
      boolean goesOn = true;
      while (goesOn) {
        String head = connection.readHead();
        if (random.nextInt(20) > 0 && head.contains("content-length: ")) {
          connection.read(lengthIn(head));
        } else {
          goesOn = !head.contains("content-length: "); // it answers early, or breaks off
        }
        goesOn &= answer(connection, tagIn(head), random);
      }
    } catch (IOException _) {
      return; // it has died, or the gateway has closed
    }
  }

  /** Returns whether the connection goes on. */
  private static boolean answer(RawConnection connection, String tag, Random random)
      throws IOException {
    String body = (tag + ' ').repeat(1 + random.nextInt(LONGEST_BODY / tag.length()));
    String head = "HTTP/1.1 200 OK\r\nX-Tag: " + tag + "\r\n";
    String fixed = head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    String chunks =
        head
            + "Transfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n";
    switch (random.nextInt(40)) {
      case 0 -> connection.send(fixed.substring(0, random.nextInt(fixed.length())));
      case 1 -> connection.send(chunks.substring(0, random.nextInt(chunks.length())));
      case 2 -> connection.reset();
      case 3 -> connection.send(head + "Connection: close\r\n\r\n" + body);
      case 4 -> connection.send(fixed + fixed.replace(tag, "!".repeat(tag.length())));
      case 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 -> {
        connection.send(chunks);
        return true;
      }
      default -> {
        connection.send("HTTP/1.1 103 Early Hints\r\nX-Tag: " + tag + "\r\n\r\n").send(fixed);
        return true;
      }
    }
    return false;
  }

  private static String tagIn(String head) {
    return head.substring(head.indexOf("/open/") + 6, head.indexOf(" HTTP/"));
  }

  private static int lengthIn(String head) {
    int at = head.indexOf("content-length: ") + 16;
    return Integer.parseInt(head, at, head.indexOf('\r', at), 10);
  }
}
