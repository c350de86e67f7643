package dev.vorota.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One WebSocket of the chat, opened through the gateway. */
public final class ChatSocket implements AutoCloseable {

  /** Why a socket ended; code 1006 when it broke without a close frame (RFC 6455, 7.1.5). */
  public record Closed(int code, String reason) {}

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final WebSocket webSocket;

  private ChatSocket(URI gateway, String accessToken) throws ExecutionException {
    URI address = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/ws");
    this.webSocket =
        get(
            CLIENT
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .subprotocols("vorota.chat.v1", "bearer." + accessToken)
                .buildAsync(address, new FrameListener()));
  }

  /**
   * Opens a socket.
   *
   * @throws ExecutionException when the gateway refuses or can't be reached
   */
  public static ChatSocket open(URI gateway, String accessToken) throws ExecutionException {
    return new ChatSocket(gateway, accessToken);
  }

  public String subprotocol() {
    return webSocket.getSubprotocol();
  }

  /** Sends a message frame; the client's id is what makes a repetition harmless. */
  public void send(String id, String room, String text) throws ExecutionException {
    sendFrame(Json.object("type", "send", "id", id, "room", room, "text", text).toString());
  }

  /** Sends a text frame as it is. */
  public void sendFrame(String text) throws ExecutionException {
    get(webSocket.sendText(text, true));
  }

  /** The next frame, whatever it is. */
  public JsonNode next() {
    try {
      JsonNode frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(frame).as("a frame within %s; closed: %s", PATIENCE, closed).isNotNull();
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next frame of this type; those before it are passed over. */
  public JsonNode next(String type) {
    return nextThat(frame -> frame.path("type").asText().equals(type));
  }

  /** The next frame that fits; those before it are passed over. */
  public JsonNode nextThat(Predicate<JsonNode> fits) {
    JsonNode frame = next();
    while (!fits.test(frame)) {
      frame = next();
    }
    return frame;
  }

  /** The next frame when there is one already, or within the time. */
  public @Nullable JsonNode poll(Duration wait) throws InterruptedException {
    return frames.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** All frames that have come and were not taken. */
  public List<JsonNode> drain() {
    List<JsonNode> all = new ArrayList<>();
    frames.drainTo(all);
    return all;
  }

  /** How it ended, in words; that it is open where it has not. */
  public String ending() {
    return closed.isDone() ? closed.join().toString() : "open";
  }

  public boolean isClosed() {
    return closed.isDone();
  }

  /** Waits until the socket has ended. */
  public Closed awaitClosed() {
    try {
      return get(closed);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    webSocket.abort();
  }

  private static <T> T get(CompletableFuture<T> future) throws ExecutionException {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private final class FrameListener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(Json.parse(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(new Closed(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(new Closed(1006, error.toString()));
    }
  }
}
