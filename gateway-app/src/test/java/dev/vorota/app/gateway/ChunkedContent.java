package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/** What is in the chunks of a body (RFC 9112, section 7.1), without trailers. */
final class ChunkedContent extends InputStream {

  private final RawConnection connection;
  private byte[] chunk = {};
  private int at;
  private boolean ended;

  ChunkedContent(RawConnection connection) {
    this.connection = connection;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int read = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, read);
    at += read;
    return read;
  }

  private boolean hasMore() throws IOException {
    if (at == chunk.length && !ended) {
      int size = HexFormat.fromHexDigits(connection.readLine());
      chunk = connection.read(size).getBytes(ISO_8859_1);
      connection.readLine();
      at = 0;
      ended = size == 0;
    }
    return at < chunk.length;
  }
}
