package dev.vorota.adapters.out.upstream.probes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.adapters.out.upstream.probes.Asking.Deadline;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.health.Question;
import dev.vorota.wire.body.BodyReader;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends one request and looks at its answer as the gateway looks at every answer. */
final class HttpAsking {

  /** How much of a body is looked at, in octets. */
  private static final int MOST_BODY = 64 * 1_024;

  private static final int LONGEST_HEAD = 32 * 1_024;
  private static final int MOST_FIELDS = 100;
  private static final int PIECE = 8 * 1_024;

  private final Socket socket;
  private final Deadline deadline;
  private final byte[] piece = new byte[PIECE];

  private HttpAsking(Socket socket, Deadline deadline) {
    this.socket = socket;
    this.deadline = deadline;
  }

  /** What there is to complain of the answer, in words, or null where there is nothing. */
  static @Nullable String complaint(
      Socket socket, Endpoint endpoint, Question.Http question, Deadline deadline)
      throws IOException {
    socket.getOutputStream().write(request(endpoint, question));
    return new HttpAsking(socket, deadline).complaint(question);
  }

  private static byte[] request(Endpoint endpoint, Question.Http question) {
    return (question.method()
            + " "
            + question.path()
            + " HTTP/1.1\r\nhost: "
            + Objects.requireNonNullElse(question.host(), endpoint.authority())
            + "\r\nuser-agent: vorota-check\r\naccept: */*\r\nconnection: close\r\n\r\n")
        .getBytes(US_ASCII);
  }

  private @Nullable String complaint(Question.Http question) throws IOException {
    ResponseHead head = new ResponseHead(LONGEST_HEAD, MOST_FIELDS);
    ByteBuf in = Unpooled.EMPTY_BUFFER;
    do {
      head.reset();
      while (!head.read(in)) {
        in = next();
        if (!in.isReadable()) {
          return "it hung up before its answer was whole";
        }
      }
    } while (head.isInterim());
    if (!question.isGood(head.status())) {
      return "status " + head.status();
    }
    String text = question.text();
    return text == null || body(head, question.method(), in).contains(text)
        ? null
        : "the body lacks \"" + text + "\"";
  }

  private String body(ResponseHead head, String method, ByteBuf first) throws IOException {
    BodyReader reader = BodyReader.of(head, method);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteBuf in = first;
    while (!reader.read(in, data -> take(data, body)) && body.size() < MOST_BODY) {
      in = next();
      if (!in.isReadable()) {
        break;
      }
    }
    return body.toString(UTF_8);
  }

  private static void take(ByteBuf data, ByteArrayOutputStream body) {
    byte[] octets = new byte[Math.min(data.readableBytes(), MOST_BODY - body.size())];
    data.readBytes(octets).release();
    body.writeBytes(octets);
  }

  /** What comes next; nothing where the connection has ended. */
  private ByteBuf next() throws IOException {
    socket.setSoTimeout(deadline.millisLeft());
    int length = socket.getInputStream().read(piece);
    return length < 0 ? Unpooled.EMPTY_BUFFER : Unpooled.copiedBuffer(piece, 0, length);
  }
}
