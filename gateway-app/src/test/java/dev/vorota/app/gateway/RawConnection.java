package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;

/** One end of a TCP connection, read and written octet by octet. */
final class RawConnection implements Closeable {

  private static final int READ_TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static RawConnection to(int port) throws IOException {
    return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  RawConnection send(String octets) throws IOException {
    return send(octets.getBytes(ISO_8859_1));
  }

  RawConnection send(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
    return this;
  }

  /** Sends while the test goes on. */
  CompletableFuture<Void> sendInBackground(byte[] octets) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            send(octets);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  /** Passes on what comes to another connection, until one of them ends. */
  CompletableFuture<Void> copyInBackground(RawConnection to) {
    return CompletableFuture.runAsync(
        () -> {
          byte[] octets = new byte[16 * 1_024];
          try {
            for (int read = in.read(octets); read > 0; read = in.read(octets)) {
              to.socket.getOutputStream().write(octets, 0, read);
            }
          } catch (IOException _) {
            return; // one of them has ended
          }
        },
        Thread.ofVirtual()::start);
  }

  /** Reads up to and with the empty line that ends a head. */
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException("The connection ended within a head: " + head);
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  /** Reads up to CRLF and over it. */
  String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("The connection ended within a line: " + line);
      }
      line.append((char) octet);
    }
    line.setLength(line.length() - 1);
    return line.toString();
  }

  /** Reads so many octets, or fewer where the connection ends before. */
  String read(int octets) throws IOException {
    byte[] read = in.readNBytes(octets);
    return new String(read, ISO_8859_1);
  }

  /** The content of a body that comes in chunks. */
  InputStream chunks() {
    return new ChunkedContent(this);
  }

  /** Reads as many octets as the {@code Content-Length} of a head says. */
  String readBody(String head) throws IOException {
    String name = "content-length: ";
    return read(
        head.lines()
            .filter(line -> line.startsWith(name))
            .mapToInt(line -> Integer.parseInt(line.substring(name.length())))
            .sum());
  }

  /** Reads up to the end of the connection. */
  String readToEnd() throws IOException {
    return new String(in.readAllBytes(), ISO_8859_1);
  }

  /** Whether the other end has closed; waits for it. */
  boolean isClosedByPeer() throws IOException {
    return in.read() < 0;
  }

  /** Whether the other end has reset the connection, rather than closed it; waits for it. */
  boolean isReset() {
    try {
      in.readAllBytes();
      return false;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  void finishSending() throws IOException {
    socket.shutdownOutput();
  }

  /** Closes with a reset rather than an orderly end. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
