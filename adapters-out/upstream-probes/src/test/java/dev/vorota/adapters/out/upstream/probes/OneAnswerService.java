package dev.vorota.adapters.out.upstream.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import dev.vorota.gateway.endpoint.Endpoint;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that gives every request the same octets and then hangs up; or says nothing at all. */
final class OneAnswerService implements Closeable {

  /** Where the service takes requests and never answers. */
  static final String SILENCE = "";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Thread acceptor;
  private volatile String answer;

  OneAnswerService(String answer) throws IOException {
    this.answer = answer;
    this.acceptor = Thread.ofVirtual().start(this::accept);
  }

  /** From here on this is what it says. */
  void answers(String octets) {
    answer = octets;
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.getLocalPort());
  }

  /** The heads of all requests that came. */
  List<String> requests() {
    return requests;
  }

  /** The socket goes on listening until the thread that waits for connections has noticed. */
  @Override
  public void close() throws IOException {
    server.close();
    await().until(() -> !acceptor.isAlive());
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      return; // the service is closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      StringBuilder head = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.append(line).append('\n');
      }
      requests.add(head.toString());
      if (answer.equals(SILENCE)) {
        in.read(); // until the other side gives up
        return;
      }
      socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
    } catch (IOException _) {
      return; // the check has hung up
    }
  }
}
