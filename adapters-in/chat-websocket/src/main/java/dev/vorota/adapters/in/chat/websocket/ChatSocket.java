package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.message.Messages;
import dev.vorota.application.chat.message.RoomFeed;
import dev.vorota.application.chat.room.Rooms;
import dev.vorota.chat.token.AccessToken;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Ties connections to conversations. Every callback comes on the connection's event loop. */
@WebSocket(path = "/ws")
@ApplicationScoped
@NonBlocking
public class ChatSocket {

  private static final Logger LOG = Logger.getLogger(ChatSocket.class);
  private static final TypedKey<Ties> TIES = new TypedKey<>("ties");

  private final ChatServices chat;
  private final Conversations conversations;
  private final ExecutorService aside;

  ChatSocket(
      Accounts accounts,
      Rooms rooms,
      Messages messages,
      RoomFeed feed,
      Limits limits,
      Traffic traffic,
      InstantSource clock,
      LongSupplier nanoTime,
      Conversations conversations,
      @VirtualThreads ExecutorService aside) {
    this.chat =
        new ChatServices(
            accounts, rooms, messages, new Audience(feed), limits, traffic, clock, nanoTime);
    this.conversations = conversations;
    this.aside = aside;
  }

  @OnOpen
  void open(WebSocketConnection connection) {
    AccessToken token = connection.userData().get(TokenCheck.TOKEN);
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    Executor loop = task -> context.runOnContext(_ -> task.run());
    Conversation conversation =
        new Conversation(token, chat, new Desk(aside, loop), new SocketWire(connection, loop));
    Conversations.Entry entry = conversations.add(token.user(), conversation, loop);
    connection.userData().put(TIES, new Ties(conversation, entry));
    chat.traffic().opened();
    conversation.open();
  }

  @OnTextMessage
  void receive(String text, WebSocketConnection connection) {
    conversation(connection).receive(text);
  }

  @OnBinaryMessage
  void receive(Buffer ignored, WebSocketConnection connection) {
    conversation(connection).close(CloseCode.PROTOCOL_VIOLATION, "Frames must be text.");
  }

  @OnPongMessage
  void pong(Buffer ignored, WebSocketConnection connection) {
    conversation(connection).heard();
  }

  @OnClose
  void closed(WebSocketConnection connection) {
    Ties ties = connection.userData().get(TIES);
    conversations.remove(ties.entry());
    ties.conversation().ended();
    chat.traffic().ended();
  }

  @OnError
  void failed(Exception failure, WebSocketConnection connection) {
    LOG.debugf(failure, "Connection %s failed", connection.id());
    conversation(connection).close(code(failure), "The frames break the protocol.");
  }

  private static CloseCode code(Exception failure) {
    if (failure instanceof CorruptedWebSocketFrameException broken) {
      return switch (broken.closeStatus().code()) {
        case 1007 -> CloseCode.MALFORMED;
        case 1009 -> CloseCode.FRAME_TOO_LONG;
        default -> CloseCode.PROTOCOL_VIOLATION;
      };
    }
    // Vert.x says by its message only that a frame's parts were too long together.
    return String.valueOf(failure.getMessage()).contains("overflow")
        ? CloseCode.FRAME_TOO_LONG
        : CloseCode.PROTOCOL_VIOLATION;
  }

  private static Conversation conversation(WebSocketConnection connection) {
    return connection.userData().get(TIES).conversation();
  }

  private record Ties(Conversation conversation, Conversations.Entry entry) {}
}
