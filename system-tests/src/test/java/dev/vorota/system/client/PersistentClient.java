package dev.vorota.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client as the protocol wants it: it keeps each message until it is acknowledged, comes back
 * after every loss, even one that nothing told it of, resumes where it was, and sends again what
 * had no answer, under the same id.
 */
public final class PersistentClient implements AutoCloseable {

  private static final int WINDOW = 10;

  /** In pauses: when a silent server is asked for a sign of life, and when it is given up. */
  private static final int PING_AFTER = 20;

  private static final int LONGEST_SILENCE = 60;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final URI gateway;
  private final String accessToken;
  private final String room;
  private final Map<String, String> pending = new LinkedHashMap<>();
  private final List<Long> received = new ArrayList<>();
  private final Queue<String> endings = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  private volatile long lastSeq = -1;

  public PersistentClient(URI gateway, Account account, String room) {
    this.gateway = gateway;
    this.accessToken = account.accessToken();
    this.room = room;
    this.thread = Thread.ofVirtual().name("client of " + account.username()).start(this::run);
  }

  /** Queues a message; it is sent as soon as there is a connection. */
  public void send(String id, String text) {
    synchronized (pending) {
      pending.put(id, text);
    }
  }

  /** How many messages still wait for their acknowledgement. */
  public int unacknowledged() {
    synchronized (pending) {
      return pending.size();
    }
  }

  /** The numbers of the messages that came, in the order in which they came. */
  public List<Long> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** How often a socket was opened. */
  public int connections() {
    return connections.get();
  }

  /** For the message of a failed test: what it waits for, and how its connections ended. */
  @Override
  public String toString() {
    synchronized (pending) {
      return "waits for %s, received to %d, connections ended: %s"
          .formatted(pending, lastSeq, endings);
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (stopped.getCount() > 0) {
        try (ChatSocket socket = ChatSocket.open(gateway, accessToken)) {
          connections.incrementAndGet();
          converse(socket);
          endings.add(socket.ending());
        } catch (ExecutionException e) {
          endings.add(e.toString());
        }
        pause();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void converse(ChatSocket socket) throws ExecutionException, InterruptedException {
    JsonNode hello = greeting(socket);
    if (hello == null) {
      return;
    }
    if (lastSeq < 0) {
      lastSeq = hello.get("rooms").get(room).asLong();
    } else {
      ObjectNode resume = Json.object("type", "resume");
      resume.putObject("rooms").put(room, lastSeq);
      socket.sendFrame(resume.toString());
    }
    Set<String> unanswered = new HashSet<>();
    int silence = 0;
    while (stopped.getCount() > 0 && !socket.isClosed() && silence < LONGEST_SILENCE) {
      sendWhatIsNew(socket, unanswered);
      JsonNode frame = socket.poll(PAUSE);
      silence = frame == null ? silence + 1 : 0;
      if (frame != null) {
        take(frame, unanswered);
      } else if (silence % PING_AFTER == 0) {
        socket.sendFrame(Json.object("type", "ping").toString());
      }
    }
  }

  /** The first frame, or null where the socket ends before it comes. */
  private static @Nullable JsonNode greeting(ChatSocket socket) throws InterruptedException {
    JsonNode frame = null;
    while (frame == null && !socket.isClosed()) {
      frame = socket.poll(PAUSE);
    }
    return frame;
  }

  /** Keeps few messages unanswered: a server bears with so many frames at once and no more. */
  private void sendWhatIsNew(ChatSocket socket, Set<String> unanswered) throws ExecutionException {
    Map<String, String> fresh = new LinkedHashMap<>();
    synchronized (pending) {
      for (Map.Entry<String, String> message : pending.entrySet()) {
        if (unanswered.size() < WINDOW && unanswered.add(message.getKey())) {
          fresh.put(message.getKey(), message.getValue());
        }
      }
    }
    for (Map.Entry<String, String> message : fresh.entrySet()) {
      socket.send(message.getKey(), room, message.getValue());
    }
  }

  private void take(JsonNode frame, Set<String> unanswered) throws InterruptedException {
    String id = frame.path("id").asText();
    switch (frame.path("type").asText()) {
      case "ack" -> {
        unanswered.remove(id);
        synchronized (pending) {
          pending.remove(id);
        }
      }
      case "message" -> keepTheNext(frame.get("seq").asLong());
      case "gap" -> lastSeq = frame.get("from_seq").asLong() - 1;
      case "error" -> {
        unanswered.remove(id);
        pause();
      }
      default -> {
        // hello, joined and left change nothing here
      }
    }
  }

  /** What came live before the replay comes again in its place, so only the next one counts. */
  private void keepTheNext(long seq) {
    if (seq == lastSeq + 1) {
      lastSeq = seq;
      synchronized (received) {
        received.add(seq);
      }
    }
  }

  /** Waits a moment before the next attempt, unless the client is stopped. */
  private void pause() throws InterruptedException {
    boolean ignored = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
