package dev.vorota.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vorota.system.client.Account;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.PersistentClient;
import dev.vorota.system.process.Vorota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** People who go on writing while a part of the product is away, and one who only reads. */
final class Crowd implements AutoCloseable {

  private static final String ROOM = "general";
  private static final int WRITERS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Api api;
  private final Account readerAccount;
  private final PersistentClient reader;
  private final List<PersistentClient> writers = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();

  Crowd(Vorota vorota) {
    this.api = new Api(vorota.address());
    this.readerAccount = api.newAccount("reader");
    this.reader = new PersistentClient(vorota.address(), readerAccount, ROOM);
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new PersistentClient(vorota.address(), api.newAccount("writer"), ROOM));
    }
    await().atMost(PATIENCE).until(() -> reader.connections() > 0);
  }

  /** Lets each writer queue this many messages more. */
  void write(int messages) {
    for (int i = 0; i < messages; i++) {
      for (PersistentClient writer : writers) {
        String id = "m-" + sent.size();
        writer.send(id, "Message " + sent.size());
        sent.add(id);
      }
    }
  }

  /** Waits until some of what was written is kept and some is not: the middle of the sending. */
  void awaitMidSend() {
    int before = unacknowledged();
    await().atMost(PATIENCE).until(() -> unacknowledged() < before);
  }

  /** How often the writers and the reader have opened a socket, all together. */
  int connections() {
    return reader.connections() + writers.stream().mapToInt(PersistentClient::connections).sum();
  }

  /** Waits for the end and asserts that each message is there once, in one order for all. */
  void assertNothingLostNothingTwice() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(unacknowledged()).as(this::toString).isZero());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(reader.received())
                    .as(this::toString)
                    .hasSizeGreaterThanOrEqualTo(sent.size()));

    assertThat(reader.received())
        .as("what the reader saw")
        .containsExactlyElementsOf(LongStream.rangeClosed(1, sent.size()).boxed().toList());
    assertThat(history()).as("what is kept").containsExactlyInAnyOrderElementsOf(sent);
  }

  @Override
  public String toString() {
    return "reader: " + reader + "; writers: " + writers;
  }

  @Override
  public void close() {
    writers.forEach(PersistentClient::close);
    reader.close();
    api.close();
  }

  private int unacknowledged() {
    return writers.stream().mapToInt(PersistentClient::unacknowledged).sum();
  }

  private List<String> history() {
    List<String> ids = new ArrayList<>();
    String before = "";
    boolean more = true;
    while (more) {
      JsonNode page =
          api.get(
                  "/service/api/rooms/" + ROOM + "/messages?limit=100" + before,
                  readerAccount.accessToken())
              .expect(200)
              .json();
      page.get("messages").forEach(message -> ids.add(message.get("id").asText()));
      more = page.get("more").asBoolean();
      before = more ? "&before=" + page.at("/messages/0/seq").asLong() : "";
    }
    return ids;
  }
}
