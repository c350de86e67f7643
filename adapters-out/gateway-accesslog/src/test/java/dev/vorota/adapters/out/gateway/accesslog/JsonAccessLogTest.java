package dev.vorota.adapters.out.gateway.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonAccessLogTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-31T12:00:01Z"));

  @Test
  void writesLinesInTheirOrder() {
    GatedStream out = new GatedStream();
    try (JsonAccessLog log = JsonAccessLog.start(out, 10_000, CLOCK)) {
      for (int i = 0; i < 5_000; i++) {
        log.record(Exchanges.of("/" + i));
      }
    }
    assertThat(out.paths())
        .containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(i -> "/" + i).toList());
  }

  @Test
  void writesSoonWithoutBeingClosed() {
    GatedStream out = new GatedStream();
    try (JsonAccessLog log = JsonAccessLog.start(out, 10, CLOCK)) {
      log.record(Exchanges.of("/first"));
      await().untilAsserted(() -> assertThat(out.paths()).containsExactly("/first"));

      log.record(Exchanges.of("/second"));
      await().untilAsserted(() -> assertThat(out.paths()).containsExactly("/first", "/second"));
    }
  }

  @Test
  void dropsAndCountsWhileTheStreamTakesNothing() throws InterruptedException {
    GatedStream out = new GatedStream();
    out.shut();
    try (JsonAccessLog log = JsonAccessLog.start(out, 5, CLOCK)) {
      log.record(Exchanges.of("/in the stream"));
      out.awaitWriter();

      for (int i = 0; i < 12; i++) {
        log.record(Exchanges.of("/" + i));
      }
      assertThat(log.dropped()).isEqualTo(7);

      out.open();
      await()
          .untilAsserted(
              () ->
                  assertThat(out.lines())
                      .contains(
                          "{\"@timestamp\":\"2026-01-31T12:00:01.000Z\",\"message\":\"The access"
                              + " log was slower than the exchanges and dropped some.\","
                              + "\"vorota.dropped\":7}"));
    }
    assertThat(out.paths()).containsExactly("/in the stream", "/0", "/1", "/2", "/3", "/4");
  }

  @Test
  void reportsDropsAtMostOnceASecond() throws InterruptedException {
    GatedStream out = new GatedStream();
    try (JsonAccessLog log = JsonAccessLog.start(out, 1, CLOCK)) {
      for (int round = 0; round < 3; round++) {
        out.shut();
        log.record(Exchanges.of("/in the stream"));
        out.awaitWriter();
        log.record(Exchanges.of("/in the queue"));
        log.record(Exchanges.of("/dropped"));
        out.open();
        int written = 2 * (round + 1);
        await().untilAsserted(() -> assertThat(out.paths()).hasSize(written));
      }
      assertThat(out.dropReports()).hasSize(1);
    }
    assertThat(out.dropReports())
        .as("what was not reported yet is reported in the end")
        .hasSize(2)
        .last()
        .asString()
        .endsWith("\"vorota.dropped\":2}");
  }

  @Test
  void losesNothingOfManyThreads() {
    GatedStream out = new GatedStream();
    try (JsonAccessLog log = JsonAccessLog.start(out, 100_000, CLOCK)) {
      try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
        for (int thread = 0; thread < 4; thread++) {
          int first = thread * 2_500;
          executor.execute(
              () -> {
                for (int i = first; i < first + 2_500; i++) {
                  log.record(Exchanges.of("/" + i));
                }
              });
        }
      }
    }
    assertThat(out.paths()).hasSize(10_000).doesNotHaveDuplicates();
  }

  @Test
  void goesOnAfterTheStreamFailed() {
    GatedStream out = new GatedStream();
    try (JsonAccessLog log = JsonAccessLog.start(out, 10, CLOCK)) {
      out.fail(true);
      log.record(Exchanges.of("/lost"));
      await().untilAsserted(() -> assertThat(log.dropped()).isEqualTo(1));

      out.fail(false);
      log.record(Exchanges.of("/kept"));
      await().untilAsserted(() -> assertThat(out.paths()).containsExactly("/kept"));
    }
    assertThat(out.dropReports()).hasSize(1);
  }

  @Test
  void countsWhatComesAfterItWasClosed() {
    GatedStream out = new GatedStream();
    JsonAccessLog log = JsonAccessLog.start(out, 10, CLOCK);
    log.close();

    log.record(Exchanges.of("/late"));

    assertThat(log.dropped()).isEqualTo(1);
    assertThat(out.lines()).isEmpty();
  }

  @Test
  void refusesACapacityThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonAccessLog.start(new GatedStream(), 0, CLOCK))
        .withMessage("capacity must be positive: 0.");
  }

  /** A stream that can be shut, so that whoever writes waits, and can be made to fail. */
  private static final class GatedStream extends OutputStream {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch writerAtGate = new CountDownLatch(0);
    private volatile boolean failing;

    void shut() {
      writerAtGate = new CountDownLatch(1);
      gate = new CountDownLatch(1);
    }

    void open() {
      gate.countDown();
    }

    void fail(boolean on) {
      failing = on;
    }

    void awaitWriter() throws InterruptedException {
      assertThat(writerAtGate.await(10, TimeUnit.SECONDS)).isTrue();
    }

    List<String> lines() {
      return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<String> paths() {
      String name = "\"url.path\":\"";
      return lines().stream()
          .filter(line -> line.contains(name))
          .map(line -> line.substring(line.indexOf(name) + name.length()))
          .map(line -> line.substring(0, line.indexOf('"')))
          .toList();
    }

    List<String> dropReports() {
      return lines().stream().filter(line -> line.contains("vorota.dropped")).toList();
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      writerAtGate.countDown();
      try {
        assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (failing) {
        throw new IOException("No space left on device");
      }
      written.write(bytes, offset, length);
    }
  }
}
