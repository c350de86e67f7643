package dev.vorota.adapters.out.upstream.http.h2;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;

/**
 * Makes the fields of a request of HTTP/2 from a head of HTTP/1.1 that the gateway has written (RFC
 * 9113, sections 8.2 and 8.3.1). What speaks of the connection has no place in HTTP/2, except that
 * trailers are taken.
 */
public final class RequestFields {

  private static final int USUAL_FIELDS = 32;
  private static final AsciiString HOST = AsciiString.cached("host");
  private static final AsciiString CONNECTION = AsciiString.cached("connection");
  private static final AsciiString TRANSFER_ENCODING = AsciiString.cached("transfer-encoding");
  private static final AsciiString UPGRADE = AsciiString.cached("upgrade");

  private RequestFields() {}

  /**
   * @param head whole and well formed; is read to its end
   * @param secure whether the request goes over TLS
   */
  public static Http2Headers of(ByteBuf head, boolean secure) {
    byte[] octets = new byte[head.readableBytes()];
    head.readBytes(octets);
    Http2Headers fields = new DefaultHttp2Headers(false, USUAL_FIELDS);
    int methodEnd = indexOf(octets, ' ', 0);
    int targetEnd = indexOf(octets, ' ', methodEnd + 1);
    fields.method(text(octets, 0, methodEnd));
    fields.scheme(secure ? "https" : "http");
    fields.path(text(octets, methodEnd + 1, targetEnd));
    addLines(fields, octets, indexOf(octets, '\n', targetEnd) + 1, octets.length - 2);
    return fields;
  }

  /**
   * Makes the fields that follow a body.
   *
   * @param lines whole and well formed; are read to their end
   */
  public static Http2Headers trailers(ByteBuf lines) {
    byte[] octets = new byte[lines.readableBytes()];
    lines.readBytes(octets);
    Http2Headers fields = new DefaultHttp2Headers(false);
    addLines(fields, octets, 0, octets.length);
    return fields;
  }

  private static void addLines(Http2Headers fields, byte[] octets, int start, int end) {
    int at = start;
    while (at < end) {
      int lineEnd = indexOf(octets, '\r', at);
      add(fields, octets, at, lineEnd);
      at = lineEnd + 2;
    }
  }

  private static void add(Http2Headers fields, byte[] octets, int start, int end) {
    int colon = indexOf(octets, ':', start);
    int valueStart = colon + 1;
    int valueEnd = end;
    while (valueStart < valueEnd && isBlank(octets[valueStart])) {
      valueStart++;
    }
    while (valueEnd > valueStart && isBlank(octets[valueEnd - 1])) {
      valueEnd--;
    }
    AsciiString name = text(octets, start, colon).toLowerCase();
    AsciiString value = text(octets, valueStart, valueEnd);
    if (name.equals(HOST)) {
      fields.authority(value);
    } else if (!name.equals(CONNECTION)
        && !name.equals(TRANSFER_ENCODING)
        && !name.equals(UPGRADE)) {
      fields.add(name, value);
    }
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  private static int indexOf(byte[] octets, char wanted, int from) {
    int at = from;
    while (octets[at] != wanted) {
      at++;
    }
    return at;
  }

  private static AsciiString text(byte[] octets, int start, int end) {
    return new AsciiString(octets, start, end - start, true);
  }
}
