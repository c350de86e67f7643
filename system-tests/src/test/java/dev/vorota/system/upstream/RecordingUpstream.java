package dev.vorota.system.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for the chat where a test must see the bytes: an HTTP/1.1 server on bare sockets that
 * keeps each request and publishes the keys of {@link TokenMint}.
 */
public final class RecordingUpstream implements AutoCloseable {

  /** Answers one request on the bare connection; must leave no byte of the body unread. */
  @FunctionalInterface
  public interface Handler {

    void answer(ReceivedRequest request, InputStream in, OutputStream out) throws IOException;
  }

  /** Where the key set is. */
  public static final String KEYS = "/.well-known/jwks.json";

  private static final Handler OK =
      (request, in, out) -> {
        String length = request.header("content-length");
        if (length != null) {
          in.skipNBytes(Long.parseLong(length));
        }
        out.write(response("200 OK", "text/plain", "seen"));
      };

  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final BlockingQueue<ReceivedRequest> requests = new LinkedBlockingQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private RecordingUpstream(TokenMint mint) throws IOException {
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    on(KEYS, (request, in, out) -> out.write(response("200 OK", "application/json", mint.jwks())));
    Thread.ofVirtual().name("upstream").start(this::accept);
  }

  /** Starts a server whose key set holds the key of the mint. */
  public static RecordingUpstream start(TokenMint mint) throws IOException {
    return new RecordingUpstream(mint);
  }

  /** A whole response with a body of a known length. */
  public static byte[] response(String status, String mediaType, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, mediaType, length, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** From now on answers requests to this path with the handler. */
  public void on(String path, Handler handler) {
    handlers.put(path, handler);
  }

  /** The next request for this path; those before it are passed over. */
  public ReceivedRequest next(String path) throws InterruptedException {
    ReceivedRequest request = next();
    while (!pathOf(request).equals(path)) {
      request = next();
    }
    return request;
  }

  /** The paths of the requests that came before the next one for this path. */
  public List<String> seenBefore(String path) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    for (String next = pathOf(next()); !next.equals(path); next = pathOf(next())) {
      seen.add(next);
    }
    return seen;
  }

  /** How many requests came that were not taken. */
  public int waiting() {
    return requests.size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        int number = connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().name("upstream " + number).start(() -> serve(socket, number));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (ReceivedRequest request = read(in, number);
          !request.method().isEmpty();
          request = read(in, number)) {
        String path = pathOf(request);
        if (!path.equals(KEYS)) {
          requests.add(request);
        }
        handlers.getOrDefault(path, OK).answer(request, in, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the gateway closed the connection, which some tests want
    } finally {
      open.remove(socket);
    }
  }

  private ReceivedRequest next() throws InterruptedException {
    ReceivedRequest request = requests.poll(20, TimeUnit.SECONDS);
    assertThat(request).as("a request at the upstream").isNotNull();
    return request;
  }

  private static String pathOf(ReceivedRequest request) {
    return request.target().split("\\?", -1)[0];
  }

  /** The next request of the connection; its method is empty at the end of the stream. */
  private static ReceivedRequest read(InputStream in, int number) throws IOException {
    String[] start = readLine(in).split(" ", -1);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    if (start.length < 2) {
      return new ReceivedRequest(number, "", "", headers);
    }
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.add(Map.entry(name, line.substring(colon + 1).trim()));
    }
    return new ReceivedRequest(number, start[0], start[1], headers);
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
