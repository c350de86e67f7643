package dev.vorota.system.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Row A7 over the wire, with the figures that the gateway has by default. */
final class BurstIT {

  private static final TokenMint MINT = new TokenMint();

  private static RecordingUpstream upstream;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws IOException {
    upstream = RecordingUpstream.start(MINT);
    gateway = Gateway.start("burst", upstream.address());
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    upstream.close();
  }

  @Test
  void publicBurstOfTenPassesAndTheRestIsToldWhenToComeBack() throws IOException {
    List<RawAnswer> answers = burst(40, "GET /login HTTP/1.1\r\nHost: vorota\r\n\r\n", "127.0.0.2");

    long passed = answers.stream().filter(answer -> answer.status() == 200).count();
    assertThat(passed).isBetween(10L, 20L);
    assertThat(answers.subList(0, 10)).allMatch(answer -> answer.status() == 200);
    assertThat(answers.getFirst().header("ratelimit-policy")).contains("q=10").contains("w=1");
    assertThat(answers.getFirst().header("ratelimit")).contains("r=");
    RawAnswer refused =
        answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
    assertThat(Integer.parseInt(String.valueOf(refused.header("retry-after")))).isPositive();
    assertThat(refused.header("ratelimit")).contains("r=0");
    assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void forwardedAddressOfAnUntrustedPeerBuysNothing() throws IOException {
    List<RawAnswer> answers = new ArrayList<>();
    try (RawConnection connection = connect(gateway, "127.0.0.3")) {
      for (int i = 0; i < 40; i++) {
        answers.add(
            connection
                .write(
                    "GET /login HTTP/1.1\r\nHost: vorota\r\nX-Forwarded-For: 203.0.113.%d\r\n\r\n"
                        .formatted(i))
                .read());
      }
    }

    assertThat(answers).anyMatch(answer -> answer.status() == 429);
  }

  @Test
  void forwardedAddressOfATrustedProxyIsTheClients() throws IOException {
    try (Gateway behindProxy =
            Gateway.start("trusted", upstream.address(), Map.of("TRUSTED_PROXIES", "127.0.0.0/8"));
        RawConnection connection = connect(behindProxy, "127.0.0.1")) {
      for (int i = 0; i < 40; i++) {
        RawAnswer answer =
            connection
                .write(
                    "GET /login HTTP/1.1\r\nHost: vorota\r\nX-Forwarded-For: 203.0.113.%d\r\n\r\n"
                        .formatted(i))
                .read();
        assertThat(answer.status()).isEqualTo(200);
      }
    }
  }

  @Test
  void oneAddressDoesNotUseUpAnothersShare() throws IOException {
    burst(40, "GET /login HTTP/1.1\r\nHost: vorota\r\n\r\n", "127.0.0.4");

    assertThat(burst(5, "GET /login HTTP/1.1\r\nHost: vorota\r\n\r\n", "127.0.0.5"))
        .allMatch(answer -> answer.status() == 200);
  }

  @Test
  void userIsLimitedByNameNotByAddress() throws IOException {
    String first = authenticated(MINT.token(claims -> claims.setSubject("first")));
    String second = authenticated(MINT.token(claims -> claims.setSubject("second")));

    List<RawAnswer> ofTheFirst = burst(2_000, first, "127.0.0.6");

    assertThat(ofTheFirst).anyMatch(answer -> answer.status() == 429);
    assertThat(burst(1, second, "127.0.0.6")).allMatch(answer -> answer.status() == 200);
    assertThat(ofTheFirst.getFirst().header("ratelimit-policy")).contains("user");
  }

  @Test
  void guessingTokensIsLimitedLikeAnythingPublic() throws IOException {
    assertThat(burst(40, authenticated("guess"), "127.0.0.7"))
        .anyMatch(answer -> answer.status() == 429);
  }

  private static List<RawAnswer> burst(int requests, String request, String from)
      throws IOException {
    List<RawAnswer> answers = new ArrayList<>();
    try (RawConnection connection = connect(gateway, from)) {
      for (int i = 0; i < requests; i++) {
        answers.add(connection.write(request).read());
      }
    }
    return answers;
  }

  private static RawConnection connect(Gateway gateway, String from) throws IOException {
    return RawConnection.open(gateway.address(), InetAddress.ofLiteral(from));
  }

  private static String authenticated(String token) {
    return "GET /service/api/me HTTP/1.1\r\nHost: vorota\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(token);
  }
}
