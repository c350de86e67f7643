package dev.vorota.system.faults;

import static java.net.InetAddress.getLoopbackAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A gateway that is stopped (SIGTERM) while clients ask as fast as they can. */
final class StoppedUnderLoadIT {

  private static final int CLIENTS = 16;
  private static final int WARM = 2_000;

  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void losesNoRequest() throws Exception {
    Map<String, String> plenty =
        Map.of("LIMIT_PUBLIC_RATE", "1000000", "LIMIT_PUBLIC_BURST", "1000000");
    try (RecordingUpstream upstream = RecordingUpstream.start(new TokenMint());
        Gateway gateway = Gateway.start("stopped-under-load", upstream.address(), plenty);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> askUntilTold(gateway)));
      }
      await().until(() -> answered.get() > WARM);
      gateway.process().requestTermination();

      for (Future<Integer> client : clients) {
        assertThat(client.get()).isPositive();
      }
      assertThat(gateway.process().awaitEnd()).isIn(0, 143);
      assertThat(gateway.process().output()).contains("Gateway drains");
    }
  }

  /**
   * Asks over one connection until an answer says that it is the last one. Returns how many answers
   * came; throws where one did not.
   */
  private int askUntilTold(Gateway gateway) throws IOException {
    int count = 0;
    try (RawConnection connection = RawConnection.open(gateway.address(), getLoopbackAddress())) {
      RawAnswer answer;
      do {
        answer = connection.write("GET /service/api/login HTTP/1.1\r\nHost: gate\r\n\r\n").read();
        assertThat(answer.status()).isEqualTo(200);
        count++;
        answered.incrementAndGet();
      } while (!"close".equals(answer.header("connection")));
    }
    return count;
  }
}
