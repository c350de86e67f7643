package dev.vorota.app.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Speaks the chat's protocol to the chat under test. */
final class ChatSocketClient implements AutoCloseable {

  static final int PATIENCE_SECONDS = 15;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Frames frames = new Frames();
  private final WebSocket socket;

  private ChatSocketClient(String... protocols) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (protocols.length > 0) {
      String[] others = List.of(protocols).subList(1, protocols.length).toArray(String[]::new);
      builder.subprotocols(protocols[0], others);
    }
    socket = builder.buildAsync(URI.create("ws://" + ChatClient.address() + "/ws"), frames).join();
  }

  /** Opens a connection and waits for the greeting. */
  static ChatSocketClient open(String accessToken) {
    ChatSocketClient client = offering("vorota.chat.v1", "bearer." + accessToken);
    client.await("hello");
    return client;
  }

  static ChatSocketClient offering(String... protocols) {
    return new ChatSocketClient(protocols);
  }

  String protocol() {
    return socket.getSubprotocol();
  }

  void send(String frame) {
    socket.sendText(frame, true).join();
  }

  void sendBinary(byte[] frame) {
    socket.sendBinary(ByteBuffer.wrap(frame), true).join();
  }

  void say(String id, String room, String text) {
    send(
        JSON.createObjectNode()
            .put("type", "send")
            .put("id", id)
            .put("room", room)
            .put("text", text)
            .toString());
  }

  void resume(String room, long has) {
    send("{\"type\":\"resume\",\"rooms\":{\"" + room + "\":" + has + "}}");
  }

  /** Drops frames until one of that type comes. */
  JsonNode await(String type) {
    return await(frame -> frame.path("type").asText().equals(type), type);
  }

  /** Drops frames until one is as wanted. */
  JsonNode await(Predicate<JsonNode> wanted, String description) {
    while (true) {
      JsonNode frame = next();
      if (frame == null) {
        throw new AssertionError("No frame came in time: " + description);
      }
      if (wanted.test(frame)) {
        return frame;
      }
    }
  }

  /** The numbers of the next messages of a room, as they come. */
  List<Long> awaitMessages(String room, int count) {
    List<Long> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      JsonNode message =
          await(
              frame ->
                  frame.path("type").asText().equals("message")
                      && frame.path("room").asText().equals(room),
              count + " messages, after " + numbers);
      numbers.add(message.path("seq").asLong());
    }
    return numbers;
  }

  /** The code that the server closes the connection with. */
  int awaitClose() {
    return frames.closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private @Nullable JsonNode next() {
    try {
      String text = frames.received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Frames must be JSON.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted.", e);
    }
  }

  private static final class Frames implements WebSocket.Listener {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      begun.append(data);
      if (last) {
        received.add(begun.toString());
        begun.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }
}
