package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A gateway that keeps what its upstream answers, and the words in which tests speak with both. */
abstract class CachePlaneTest extends DataPlaneTest {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  private @Nullable RawConnection service;

  CachePlaneTest() throws IOException {}

  @AfterEach
  void closeService() throws IOException {
    if (service != null) {
      service.close();
    }
  }

  static String get(String path, String... fields) {
    return request("GET", path, fields);
  }

  static String request(String method, String path, String... fields) {
    StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: gate\r\n");
    for (String field : fields) {
      text.append(field).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  static String ok(String body, String... fields) {
    return response("200 OK", body, fields);
  }

  static String response(String status, String body, String... fields) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String field : fields) {
      text.append(field).append("\r\n");
    }
    return text + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** The upstream's end of the connection that the gateway uses again and again. */
  RawConnection service() throws IOException {
    RawConnection known = service;
    if (known == null) {
      known = upstream.accept();
      service = known;
    }
    return known;
  }

  /** The upstream's next connection, in the place of one that has ended. */
  RawConnection nextService() throws IOException {
    closeService();
    service = null;
    return service();
  }

  /** Asks, lets the upstream answer, and returns what it was asked for. */
  String fetch(String request, String response) throws IOException {
    client.send(request);
    String asked = service().readHead();
    service().send(response);
    return asked;
  }

  /** Lets a response be kept, and reads it as its client. */
  void keep(String request, String response) throws IOException {
    fetch(request, response);
    assertThat(answer()).contains("; stored\r\n");
  }

  /** Asks for what is kept. */
  String hit(String request) throws IOException {
    client.send(request);
    String answer = request.startsWith("HEAD") ? client.readHead() : answer();
    assertThat(answer).contains("cache-status: vorota; hit");
    return answer;
  }

  String answer() throws IOException {
    return answer(client);
  }

  /** A whole answer with a length. */
  static String answer(RawConnection connection) throws IOException {
    String head = connection.readHead();
    Matcher length = LENGTH.matcher(head);
    return length.find() ? head + connection.read(Integer.parseInt(length.group(1))) : head;
  }
}
