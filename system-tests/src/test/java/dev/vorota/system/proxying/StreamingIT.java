package dev.vorota.system.proxying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.system.client.RawConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies flow through; whoever is slow makes the other side wait, and the gateway holds little. */
final class StreamingIT {

  private static final int MEGABYTE = 1024 * 1024;
  private static final long BODY = 200L * MEGABYTE;

  /** What the sockets of two connections may hold on their own, far under the body. */
  private static final long IN_FLIGHT = 64L * MEGABYTE;

  private static GatewayAndUpstream road;

  @BeforeAll
  static void start() throws IOException {
    road = GatewayAndUpstream.start("streaming");
  }

  @AfterAll
  static void stop() throws IOException {
    road.close();
  }

  @Test
  void firstPartOfABodyComesBeforeItsLast() throws Exception {
    CountDownLatch firstWasRead = new CountDownLatch(1);
    road.upstream()
        .on(
            "/parts",
            (request, in, out) -> {
              write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
              awaitLatch(firstWasRead);
              write(out, "4\r\nlast\r\n0\r\n\r\n");
            });
    try (RawConnection connection = road.connect()) {
      connection.write(road.get("/service/parts") + "\r\n").readHead();
      assertThat(new String(connection.input().readNBytes(8), StandardCharsets.US_ASCII))
          .isEqualTo("5\r\nfirst");
      firstWasRead.countDown();
      assertThat(new String(connection.input().readNBytes(16), StandardCharsets.US_ASCII))
          .isEqualTo("\r\n4\r\nlast\r\n0\r\n\r\n".substring(0, 16));
    }
  }

  @Test
  void clientThatDoesNotReadHoldsTheUpstreamBack() throws Exception {
    AtomicLong written = new AtomicLong();
    road.upstream()
        .on(
            "/download",
            (request, in, out) -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + BODY + "\r\n\r\n");
              pour(out, written);
            });
    try (RawConnection connection = road.connect()) {
      connection.write(road.get("/service/download") + "\r\n").readHead();
      long before = road.gateway().process().residentBytes();

      awaitStandstill(written);

      assertThat(written.get()).isLessThan(IN_FLIGHT);
      assertThat(road.gateway().process().residentBytes() - before).isLessThan(IN_FLIGHT);
      connection.input().skipNBytes(BODY);
      assertThat(written.get()).isEqualTo(BODY);
    }
  }

  @Test
  void upstreamThatDoesNotReadHoldsTheClientBack() throws Exception {
    CountDownLatch mayRead = new CountDownLatch(1);
    road.upstream()
        .on(
            "/upload",
            (request, in, out) -> {
              awaitLatch(mayRead);
              in.skipNBytes(BODY);
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nall");
            });
    AtomicLong written = new AtomicLong();
    try (RawConnection connection = road.connect()) {
      connection.write(
          road.head("POST", "/service/upload") + "Content-Length: " + BODY + "\r\n\r\n");
      long before = road.gateway().process().residentBytes();
      Thread writer = Thread.ofVirtual().start(() -> pourInto(connection, written));

      awaitStandstill(written);

      assertThat(written.get()).isLessThan(IN_FLIGHT);
      assertThat(road.gateway().process().residentBytes() - before).isLessThan(IN_FLIGHT);
      mayRead.countDown();
      assertThat(connection.read().text()).isEqualTo("all");
      writer.join();
      assertThat(written.get()).isEqualTo(BODY);
    }
  }

  @Test
  void slowClientDoesNotSlowAnother() throws Exception {
    road.upstream()
        .on(
            "/endless",
            (request, in, out) -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + BODY + "\r\n\r\n");
              pour(out, new AtomicLong());
            });
    try (RawConnection stalled = road.connect();
        RawConnection lively = road.connect()) {
      stalled.write(road.get("/service/endless") + "\r\n").readHead();
      for (int i = 0; i < 20; i++) {
        assertThat(lively.write(road.get("/service/quick") + "\r\n").read().status())
            .isEqualTo(200);
      }
    }
  }

  /** Waits until the number has not changed for a second. */
  private static void awaitStandstill(AtomicLong number) {
    AtomicLong seen = new AtomicLong(-1);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .during(Duration.ofSeconds(1))
        .until(() -> number.get() > 0 && number.get() == seen.getAndSet(number.get()));
  }

  private static void pour(OutputStream out, AtomicLong written) throws IOException {
    byte[] block = new byte[MEGABYTE / 16];
    while (written.get() < BODY) {
      out.write(block);
      written.addAndGet(block.length);
    }
  }

  private static void pourInto(RawConnection connection, AtomicLong written) {
    byte[] block = new byte[MEGABYTE / 16];
    try {
      while (written.get() < BODY) {
        connection.write(block);
        written.addAndGet(block.length);
      }
    } catch (IOException e) {
      written.set(-1);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void awaitLatch(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IOException("The test did not go on.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
