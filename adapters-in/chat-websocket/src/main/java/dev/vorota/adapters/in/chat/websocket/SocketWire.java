package dev.vorota.adapters.in.chat.websocket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** A client's way over a WebSocket of Quarkus. */
final class SocketWire implements Wire {

  private static final Logger LOG = Logger.getLogger(SocketWire.class);

  private final WebSocketConnection connection;
  private final Executor loop;

  SocketWire(WebSocketConnection connection, Executor loop) {
    this.connection = connection;
    this.loop = loop;
  }

  @Override
  public void write(Frame frame, Runnable written) {
    connection
        .sendText(frame.text())
        .subscribe()
        .with(
            _ -> loop.execute(written),
            failure -> {
              LOG.debugf(failure, "Connection %s lost a frame", connection.id());
              loop.execute(written);
            });
  }

  @Override
  public void ping() {
    connection.sendPing(Buffer.buffer()).subscribe().with(_ -> {}, this::lost);
  }

  @Override
  public void close(CloseCode code, String reason) {
    if (connection.isOpen()) {
      connection.close(new CloseReason(code.code(), reason)).subscribe().with(_ -> {}, this::lost);
    }
  }

  private void lost(Throwable failure) {
    LOG.debugf(failure, "Connection %s is gone", connection.id());
  }
}
