package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No request is answered with another's response: thousands of tagged requests, pipelined too, over
 * connections that are used again and again, while endpoints break off, die and come back.
 */
class TaggedExchangesTest {

  private static final int CLIENTS = 6;
  private static final int REQUESTS = 1_000;
  private static final int MOST_AT_ONCE = 8;

  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  /** With one endpoint, a pipelined request follows on the connection of the one before it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void eachGetsItsOwnAnswerOrNone(int endpoints) throws Exception {
    try (MortalService first = new MortalService(1);
        MortalService second = new MortalService(10_000);
        MortalService third = new MortalService(20_000);
        TestGateway gateway =
            TestGateway.before(
                List.of(first.endpoint(), second.endpoint(), third.endpoint())
                    .subList(0, endpoints))) {
      List<CompletableFuture<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        clients.add(CompletableFuture.runAsync(() -> ask(gateway, client)));
      }
      CompletableFuture<Void> all =
          CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new));
      for (int i = 0; !all.isDone(); i++) {
        MortalService mortal = i % 2 == 0 ? first : second;
        mortal.die();
        gateway.awaitLoop();
        mortal.comeBack();
        awaitProgress(all);
      }
      all.get();
    }

    assertThat(answered.get() + failed.get()).isGreaterThan(CLIENTS * REQUESTS / 2);
    assertThat(answered.get()).isGreaterThan(CLIENTS * REQUESTS / 3);
    assertThat(failed.get()).isPositive();
  }

  /** Lets some more requests be answered before the next death. */
  private void awaitProgress(CompletableFuture<Void> all) {
    int enough = answered.get() + CLIENTS * REQUESTS / 50;
    await().pollDelay(Duration.ZERO).until(() -> answered.get() >= enough || all.isDone());
  }

  private void ask(TestGateway gateway, int client) {
    Random random = new Random(client);
    int sent = 0;
    while (sent < REQUESTS) {
      try (RawConnection connection = gateway.connect()) {
        while (sent < REQUESTS) {
          int batch = 1 + random.nextInt(MOST_AT_ONCE);
          StringBuilder requests = new StringBuilder();
          for (int i = 0; i < batch; i++) {
            requests.append(request("c" + client + "-" + (sent + i) + "-", random));
          }
          int start = sent;
          sent += batch;
          connection.send(requests.toString());
          for (int i = 0; i < batch; i++) {
            take(connection, "c" + client + "-" + (start + i) + "-");
          }
        }
      } catch (IOException _) {
        failed.incrementAndGet(); // the gateway broke off within a response
        sent++; // nobody tries for ever
      }
    }
  }

  private static String request(String tag, Random random) {
    return random.nextInt(3) > 0
        ? "GET /open/" + tag + " HTTP/1.1\r\nHost: gate\r\n\r\n"
        : "PUT /open/" + tag + " HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\nbody";
  }

  private void take(RawConnection connection, String tag) throws IOException {
    String head = connection.readHead();
    while (head.startsWith("HTTP/1.1 103 ")) {
      assertThat(head).contains("X-Tag: " + tag + "\r\n");
      head = connection.readHead();
    }
    if (head.contains("X-Tag: ")) {
      assertThat(head).startsWith("HTTP/1.1 200 ").contains("X-Tag: " + tag + "\r\n");
    }
    String body = body(connection, head.toLowerCase(Locale.ROOT));
    if (head.startsWith("HTTP/1.1 200 ")) {
      assertThat(body).startsWith(tag).matches("(" + tag + " )+");
      answered.incrementAndGet();
    } else {
      assertThat(head).startsWith("HTTP/1.1 502 ").doesNotContain("X-Tag");
      assertThat(body).contains("urn:vorota:problem:upstream-");
      failed.incrementAndGet();
    }
  }

  private static String body(RawConnection connection, String head) throws IOException {
    int length = head.indexOf("content-length: ");
    if (length >= 0) {
      return whole(connection, Integer.parseInt(head, length + 16, head.indexOf('\r', length), 10));
    }
    StringBuilder body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(connection.readLine(), 16);
      body.append(whole(connection, size));
      connection.readLine();
    } while (size > 0);
    return body.toString();
  }

  private static String whole(RawConnection connection, int length) throws IOException {
    String read = connection.read(length);
    if (read.length() < length) {
      throw new EOFException("The connection ended within a body: " + read);
    }
    return read;
  }
}
