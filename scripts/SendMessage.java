import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Sends one message to a room and ends when the server has acknowledged it. The smallest client of
 * the protocol of docs/chat-protocol.md; runs from source: {@code java SendMessage.java GATEWAY ROOM
 * TEXT}, the access token in the environment as {@code ACCESS_TOKEN}, so that no process list shows
 * it.
 */
final class SendMessage {

  private SendMessage() {}

  static void main(String[] args) throws Exception {
    URI socket = URI.create(args[0].replaceFirst("^http", "ws") + "/ws");
    String id = UUID.randomUUID().toString();
    FrameListener frames = new FrameListener(id);
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket webSocket =
          client
              .newWebSocketBuilder()
              .subprotocols("vorota.chat.v1", "bearer." + System.getenv("ACCESS_TOKEN"))
              .buildAsync(socket, frames)
              .get(10, TimeUnit.SECONDS);
      webSocket.sendText(
          "{\"type\":\"send\",\"id\":\"%s\",\"room\":\"%s\",\"text\":\"%s\"}"
              .formatted(id, quoted(args[1]), quoted(args[2])),
          true);
      System.out.println("   " + frames.acknowledged.get(10, TimeUnit.SECONDS));
      webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
    }
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static final class FrameListener implements WebSocket.Listener {

    final CompletableFuture<String> acknowledged = new CompletableFuture<>();

    private final String id;
    private final StringBuilder frame = new StringBuilder();

    FrameListener(String id) {
      this.id = id;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      frame.append(part);
      if (last) {
        receive(frame.toString());
        frame.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      acknowledged.completeExceptionally(
          new IllegalStateException("The server closed with " + code + ": " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      acknowledged.completeExceptionally(error);
    }

    private void receive(String json) {
      if (json.contains(id) && json.contains("\"type\":\"ack\"")) {
        acknowledged.complete(json);
      } else if (json.contains("\"type\":\"error\"")) {
        acknowledged.completeExceptionally(new IllegalStateException(json));
      }
    }
  }
}
