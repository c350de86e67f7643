package dev.vorota.system.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bare TCP connection that says exactly the bytes that it is given. */
public final class RawConnection implements AutoCloseable {

  /** A response: status, headers by their names in lower case, and the body. */
  @SuppressWarnings("ArrayRecordComponent") // read by one test, compared by nobody
  public record RawAnswer(int status, Map<String, String> headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;
  private final InputStream in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  public static RawConnection open(URI server) throws IOException {
    return open(server, InetAddress.getLoopbackAddress());
  }

  /** Opens a connection that comes from this address of the machine. */
  public static RawConnection open(URI server, InetAddress from) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort(), from, 0);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    return new RawConnection(socket);
  }

  /** Writes the text as it is; a line end must be given as CR LF. */
  public RawConnection write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawConnection write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** The address and port of this end. */
  public int localPort() {
    return socket.getLocalPort();
  }

  public InputStream input() {
    return in;
  }

  /** Reads one response with its body, leaving the connection at the next one. */
  public RawAnswer read() throws IOException {
    RawAnswer head = readHead();
    return new RawAnswer(head.status(), head.headers(), readBody(head));
  }

  /** Reads the head of a response and leaves its body unread. */
  public RawAnswer readHead() throws IOException {
    String statusLine = readLine();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, line.substring(colon + 1).trim(), (a, b) -> a + ", " + b);
    }
    return new RawAnswer(Integer.parseInt(statusLine.split(" ", -1)[1]), headers, new byte[0]);
  }

  /** Whether the peer has closed: waits for the next byte or the end. */
  public boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] readBody(RawAnswer head) throws IOException {
    String length = head.header("content-length");
    if (length != null) {
      return in.readNBytes(Integer.parseInt(length));
    }
    if ("chunked".equalsIgnoreCase(head.header("transfer-encoding"))) {
      return readChunks();
    }
    boolean bodiless = head.status() < 200 || head.status() == 204 || head.status() == 304;
    return bodiless ? new byte[0] : in.readAllBytes();
  }

  private byte[] readChunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      readLine();
    }
    while (!readLine().isEmpty()) {
      // trailers are of no interest here
    }
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(readLine().split(";", -1)[0].trim(), 16);
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection ended in the middle of a head: " + line);
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
