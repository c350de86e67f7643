package dev.vorota.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.upstream.ReceivedRequest;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come while the keys that their tokens are verified with are still on their way. */
final class LateKeysIT {

  private static final Map<String, String> ONE_LOOP = Map.of("GATEWAY_EVENT_LOOPS", "1");

  private final TokenMint mint = new TokenMint();
  private final CountDownLatch keysMayGo = new CountDownLatch(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 200_000})
  void requestGoesOnWithItsBodyOnceTheKeysAreThere(int length) throws Exception {
    try (RecordingUpstream upstream = upstreamThatHoldsItsKeysBack();
        Gateway gateway = Gateway.start("late-keys", upstream.address(), ONE_LOOP);
        RawConnection waiting = RawConnection.open(gateway.address())) {
      upstream.on("/length", LateKeysIT::tellLength);
      waiting
          .write("POST /service/api/login HTTP/1.1\r\nHost: g\r\nContent-Length: 2\r\n\r\n{}")
          .read();
      waiting.write(head(length) + "x".repeat(length));
      awaitThatTheLoopHasReadIt(gateway);

      keysMayGo.countDown();

      assertThat(waiting.read().text()).isEqualTo(Integer.toString(length));
    }
  }

  @Test
  void requestsSentTogetherKeepTheirOrder() throws Exception {
    try (RecordingUpstream upstream = upstreamThatHoldsItsKeysBack();
        Gateway gateway = Gateway.start("late-keys", upstream.address(), ONE_LOOP);
        RawConnection waiting = RawConnection.open(gateway.address())) {
      String head =
          "GET %s HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer " + mint.token() + "\r\n\r\n";
      waiting.write(head.formatted("/service/first") + head.formatted("/login"));
      awaitThatTheLoopHasReadIt(gateway);

      keysMayGo.countDown();

      assertThat(waiting.read().text()).isEqualTo("seen");
      assertThat(waiting.read().text()).contains("<!doctype html>");
    }
  }

  @Test
  void bodyMayComeWhileItsHeadWaitsOrAfterwards() throws Exception {
    try (RecordingUpstream upstream = upstreamThatHoldsItsKeysBack();
        Gateway gateway = Gateway.start("late-keys", upstream.address(), ONE_LOOP);
        RawConnection meanwhile = RawConnection.open(gateway.address());
        RawConnection afterwards = RawConnection.open(gateway.address())) {
      upstream.on("/length", LateKeysIT::tellLength);
      meanwhile.write(head(5));
      afterwards.write(head(7));
      awaitThatTheLoopHasReadIt(gateway);
      meanwhile.write("12345");
      awaitThatTheLoopHasReadIt(gateway);

      keysMayGo.countDown();

      assertThat(meanwhile.read().text()).isEqualTo("5");
      assertThat(afterwards.write("1234567").read().text()).isEqualTo("7");
    }
  }

  @Test
  void requestFetchesTheKeysThatCouldNotBeHadAtStart() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    try (RecordingUpstream upstream = RecordingUpstream.start(mint)) {
      upstream.on(
          RecordingUpstream.KEYS,
          (request, in, out) -> {
            out.write(RecordingUpstream.response("503 Away", "text/plain", ""));
            refused.countDown();
          });
      upstream.on("/length", LateKeysIT::tellLength);
      try (Gateway gateway = Gateway.start("keys-at-last", upstream.address(), ONE_LOOP)) {
        await(refused);
        upstream.on(
            RecordingUpstream.KEYS,
            (request, in, out) ->
                out.write(RecordingUpstream.response("200 OK", "application/json", mint.jwks())));

        Awaitility.await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> statusOf(gateway, head(5) + "12345") == 200);
      }
    }
  }

  private RecordingUpstream upstreamThatHoldsItsKeysBack() throws IOException {
    RecordingUpstream upstream = RecordingUpstream.start(mint);
    upstream.on(
        RecordingUpstream.KEYS,
        (request, in, out) -> {
          await(keysMayGo);
          out.write(RecordingUpstream.response("200 OK", "application/json", mint.jwks()));
        });
    return upstream;
  }

  private String head(int length) {
    return "POST /service/length HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(mint.token(), length);
  }

  private static int statusOf(Gateway gateway, String request) throws IOException {
    try (RawConnection connection = RawConnection.open(gateway.address())) {
      return connection.write(request).read().status();
    }
  }

  /** The only loop answers this after it has seen what was sent before. */
  private static void awaitThatTheLoopHasReadIt(Gateway gateway) throws IOException {
    try (RawConnection other = RawConnection.open(gateway.address())) {
      other.write("GET /service/probe HTTP/1.1\r\nHost: g\r\n\r\n").read();
    }
  }

  private static void tellLength(ReceivedRequest request, InputStream in, OutputStream out)
      throws IOException {
    String length = String.valueOf(request.header("content-length"));
    in.skipNBytes(Long.parseLong(length));
    out.write(RecordingUpstream.response("200 OK", "text/plain", length));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      boolean ignored = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
