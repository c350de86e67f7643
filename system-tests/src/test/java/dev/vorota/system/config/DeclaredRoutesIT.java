package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.upstream.ReceivedRequest;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged gateway before a service of nobody's: it does what its file says. */
final class DeclaredRoutesIT {

  private static final String CONFIG =
      """
      upstreams:
        service: {endpoints: "${SERVICE_URL}"}
      routes:
        - id: mobile
          priority: 1
          match: {path: /**, headers: {user-agent: {contains: mobile, ignore_case: true}}}
          access: public
          response_headers: {set: {x-route: mobile}}
          forward: {upstream: service, add_prefix: /mobile}
        - id: host
          match: {path: /**, host: "*.partner.example"}
          access: public
          response_headers: {set: {x-route: host}}
          forward: {upstream: service, host: client}
        - id: user
          match: {path: "/users/{id}", method: [GET, HEAD]}
          access: public
          request_headers: {set: {x-set: new}, add: {x-add: more}, remove: [x-gone]}
          response_headers: {set: {x-route: user}, remove: [content-type]}
          forward: {upstream: service, path: "/v2/accounts/{id}", host: accounts.internal}
        - id: beta
          match: {path: /lab/**, query: {beta: present}}
          access: public
          response_headers: {set: {x-route: beta}}
          forward: {upstream: service}
        - id: cookie
          match: {path: /lab/**, cookies: {lab: {equals: b}}}
          access: public
          response_headers: {set: {x-route: cookie}}
          forward: {upstream: service}
        - id: near
          match: {path: /lab/**, client: 127.0.0.2, not: {method: POST}}
          access: public
          response_headers: {set: {x-route: near}}
          forward: {upstream: service}
        - id: hello
          match: {path: /hello}
          access: public
          response_headers: {set: {x-route: hello}}
          respond: {status: 203, body: hello}
        - id: old
          match: {path: "/old/{*rest}"}
          access: public
          response_headers: {set: {x-route: old}}
          redirect: {to: "/users/{rest}"}
        - id: manual
          match: {path: /manual/**}
          access: public
          response_headers: {set: {x-route: manual}}
          files: {folder: ./public, strip_prefix: /manual}
      """;

  private static RecordingUpstream service;
  private static Gateway gateway;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path config = Files.writeString(folder.resolve("gateway.yaml"), CONFIG);
    Path files = Files.createDirectory(folder.resolve("public"));
    Files.writeString(files.resolve("page.html"), "<p>manual</p>");
    service = RecordingUpstream.start(new TokenMint());
    Map<String, String> settings = new HashMap<>();
    settings.put("GATEWAY_CONFIG", config.toString());
    settings.put("SERVICE_URL", service.address().toString());
    settings.put("VOROTA__ROUTES__HELLO__RESPOND__BODY", "hello, override");
    gateway = Gateway.start("declared", service.address(), settings);
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users/7, gate, X-None: 1, user",
    "GET, /%75sers/7, gate, X-None: 1, user",
    "GET, /users/7, gate, User-Agent: A MOBILE one, mobile",
    "GET, /users/7, a.partner.example, X-None: 1, host",
    "GET, /lab/x?a=b&beta, gate, X-None: 1, beta",
    "GET, /lab/x?a=b, gate, Cookie: a=b; lab=b, cookie",
    "GET, /lab/x, gate, X-None: 1, near",
    "GET, /hello, gate, X-None: 1, hello",
    "GET, /old/7, gate, X-None: 1, old",
    "GET, /manual/page.html, gate, X-None: 1, manual",
  })
  void routeIsFoundByWhatItsMatchSays(
      String method, String target, String host, String field, String route) throws IOException {
    assertThat(send(method, target, host, field).header("x-route")).isEqualTo(route);
  }

  @Test
  void nothingElseIsLetThrough() throws IOException {
    assertThat(send("GET", "/users/7/orders", "gate", "X-None: 1").status()).isEqualTo(404);
    assertThat(send("POST", "/lab/x", "gate", "X-None: 1").status()).isEqualTo(404);
    assertThat(send("GET", "/Users/7", "gate", "X-None: 1").status()).isEqualTo(404);
    assertThat(send("GET", "/hello/../users/7", "gate", "X-None: 1").status()).isEqualTo(400);
    RawAnswer post = send("POST", "/users/7", "gate", "X-None: 1");
    assertThat(post.status()).isEqualTo(405);
    assertThat(post.header("allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void requestIsRewritten() throws Exception {
    RawAnswer answer = send("GET", "/users/a%20b?x=y", "gate", "X-Gone: 1\r\nX-Set: old");
    ReceivedRequest seen = service.next("/v2/accounts/a%20b");

    assertThat(seen.target()).isEqualTo("/v2/accounts/a%20b?x=y");
    assertThat(seen.header("host")).isEqualTo("accounts.internal");
    assertThat(seen.all("x-set")).containsExactly("new");
    assertThat(seen.all("x-add")).containsExactly("more");
    assertThat(seen.all("x-gone")).isEmpty();
    assertThat(answer.header("content-type")).isNull();
  }

  @Test
  void hostOfTheClientIsPassedOnWhereTheFileSaysSo() throws Exception {
    send("GET", "/whose", "b.partner.example:8080", "X-None: 1");

    assertThat(service.next("/whose").header("host")).isEqualTo("b.partner.example:8080");
  }

  @Test
  void gatewayAnswersItself() throws IOException {
    RawAnswer hello = send("GET", "/hello", "gate", "X-None: 1");
    assertThat(hello.status()).isEqualTo(203);
    assertThat(hello.text()).isEqualTo("hello, override");
    assertThat(send("GET", "/old/7?a=b", "gate", "X-None: 1").header("location"))
        .isEqualTo("/users/7?a=b");
    assertThat(send("GET", "/manual/page.html", "gate", "X-None: 1").text())
        .isEqualTo("<p>manual</p>");
  }

  /** Sends a request from 127.0.0.2. */
  private static RawAnswer send(String method, String target, String host, String fields)
      throws IOException {
    InetAddress from = InetAddress.ofLiteral("127.0.0.2");
    try (RawConnection client = RawConnection.open(gateway.address(), from)) {
      client.write(
          "%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(method, target, host, fields));
      return client.read();
    }
  }
}
