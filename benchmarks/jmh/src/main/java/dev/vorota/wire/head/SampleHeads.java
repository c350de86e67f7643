package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.net.InetAddress;

/** Heads as they come: the shortest request, a browser's, and an upstream's response. */
public final class SampleHeads {

  static final String SHORT = "GET /service/api/login HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n";
  static final String BROWSER =
      "GET /service/api/rooms/general/messages?after=1024 HTTP/1.1\r\n"
          + "Host: chat.example\r\n"
          + "Connection: keep-alive\r\n"
          + "sec-ch-ua-platform: \"Linux\"\r\n"
          + "Authorization: Bearer "
          + "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.".repeat(12)
          + "\r\n"
          + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)\r\n"
          + "Accept: application/json\r\n"
          + "Sec-Fetch-Site: same-origin\r\n"
          + "Sec-Fetch-Mode: cors\r\n"
          + "Sec-Fetch-Dest: empty\r\n"
          + "Referer: https://chat.example/chat\r\n"
          + "Accept-Encoding: gzip, deflate, br, zstd\r\n"
          + "Accept-Language: en-GB,en;q=0.9\r\n"
          + "Cookie: theme=dark; session=0123456789abcdef0123456789abcdef\r\n\r\n";
  static final String RESPONSE =
      "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sat, 21 Nov 2026 16:00:00 GMT\r\n"
          + "Content-Type: text/plain\r\nContent-Length: 1024\r\nConnection: keep-alive\r\n\r\n";

  private SampleHeads() {}

  /** A browser's request, read. */
  public static RequestHead request() {
    RequestHead head = freshRequest();
    head.read(octets(BROWSER));
    return head;
  }

  /** An upstream's response, read. */
  public static ResponseHead response() {
    ResponseHead head = freshResponse();
    head.read(octets(RESPONSE));
    return head;
  }

  static RequestHead freshRequest() {
    return new RequestHead(InetAddress.getLoopbackAddress(), 32_768, 100);
  }

  static ResponseHead freshResponse() {
    return new ResponseHead(65_536, 200);
  }

  static ByteBuf octets(String text) {
    return PooledByteBufAllocator.DEFAULT.directBuffer().writeBytes(text.getBytes(US_ASCII));
  }
}
