package dev.vorota.app.chat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Speaks WebSocket byte by byte (RFC 6455), to do what no proper client does. */
final class RawSocket implements AutoCloseable {

  static final int TEXT = 0x1;
  static final int CLOSE = 0x8;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  RawSocket() throws IOException {
    this(0);
  }

  /**
   * @param receiveBuffer how many bytes the kernel may hold for this reader; 0 for its own choice
   */
  RawSocket(int receiveBuffer) throws IOException {
    URI address = URI.create("http://" + ChatClient.address());
    socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  Handshake open(String protocols) throws IOException {
    out.write(
        ("GET /ws HTTP/1.1\r\nHost: chat\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: "
                + protocols
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    String head = head();
    int status = Integer.parseInt(head.substring(9, 12));
    return new Handshake(status, head, status == 101 ? "" : body(head));
  }

  void sendText(byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(FINAL | TEXT);
    if (payload.length < 126) {
      frame.write(MASKED | payload.length);
    } else {
      frame.write(MASKED | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.write(new byte[4]); // a mask of zeros leaves the payload as it is
    frame.write(payload);
    out.write(frame.toByteArray());
  }

  /** Reads frames until one holds that text. */
  void awaitText(String part) throws IOException {
    String text;
    do {
      in.readUnsignedByte();
      text = new String(in.readNBytes(length()), StandardCharsets.UTF_8);
    } while (!text.contains(part));
  }

  /** Reads frames until the one that closes; answers its code. */
  int awaitClose() throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0xf;
      byte[] payload = in.readNBytes(length());
      if (opcode == CLOSE) {
        return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private String body(String head) throws IOException {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        int length = Integer.parseInt(line.substring(15).strip());
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** What the server answered to the request to open. */
  record Handshake(int status, String head, String body) {}
}
