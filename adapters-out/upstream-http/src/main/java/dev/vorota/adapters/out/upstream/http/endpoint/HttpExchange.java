package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.wire.body.BodyFraming;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with an endpoint: finds a connection, sends the request, and lets the listener hear
 * the answer. An idle connection may have been closed by the other end just when it is used; such a
 * request is sent once more over a new one, where that is safe (RFC 9110, section 9.2.2).
 */
final class HttpExchange implements UpstreamExchange {

  private final PooledEndpoints endpoints;
  private final UpstreamCall call;
  private final Endpoint endpoint;
  private final UpstreamListener listener;
  private final BodyFraming framing;
  private @Nullable Queue<ByteBuf> waiting;
  private @Nullable UpstreamConnection connection;
  private boolean readWanted = true;
  private boolean bodySent;
  private boolean requestEnded;
  private @Nullable Trailers trailers;
  private boolean answered;
  private boolean tunnel;
  private boolean tunnelEnded;
  private boolean over;

  HttpExchange(
      PooledEndpoints endpoints, UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    this.endpoints = endpoints;
    this.call = call;
    this.endpoint = endpoint;
    this.listener = listener;
    this.framing = call.head().framing().isChunked() ? BodyFraming.CHUNKED : BodyFraming.PLAIN;
  }

  void start() {
    UpstreamConnection idle = endpoints.pool(endpoint).take();
    if (idle != null) {
      attach(idle);
    } else {
      connect();
    }
  }

  UpstreamListener listener() {
    return listener;
  }

  String method() {
    return call.head().method();
  }

  Timeouts timeouts() {
    return call.action().policy().timeouts();
  }

  boolean isReadWanted() {
    return readWanted;
  }

  @Override
  public boolean isWritable() {
    UpstreamConnection current = connection;
    return current != null && current.channel().isWritable();
  }

  @Override
  public void body(ByteBuf data) {
    UpstreamConnection current = connection;
    if (over || !data.isReadable()) {
      data.release();
    } else if (current == null) {
      keep(data);
    } else {
      bodySent = true;
      current.touch();
      write(current.channel(), data);
    }
  }

  @Override
  public void end(@Nullable Trailers after) {
    requestEnded = true;
    trailers = after;
    UpstreamConnection current = connection;
    if (current == null || over) {
      return;
    }
    if (!tunnel) {
      current.touch();
      framing.end(current.channel(), after, call.action().headers().removed());
      awaitAnswer(current);
    } else if (tunnelEnded) {
      finish();
      current.closeAfterWrites();
    } else {
      current.finishSending();
    }
  }

  @Override
  public void flush() {
    UpstreamConnection current = connection;
    if (current != null && !over) {
      current.channel().flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    UpstreamConnection current = connection;
    if (current != null && !over) {
      current.channel().config().setAutoRead(wanted);
    }
  }

  @Override
  public void cancel() {
    if (!over) {
      finish();
      UpstreamConnection current = connection;
      if (current != null && tunnel) {
        current.closeAfterWrites();
      } else if (current != null) {
        current.close();
      }
    }
  }

  /** The endpoint has begun to answer: from here on nothing is sent again. */
  void answered() {
    answered = true;
  }

  boolean mayTunnel() {
    return call.tunnel();
  }

  /** Both sides send octets as they like from here on. */
  void becomesTunnel() {
    tunnel = true;
    requestEnded = false;
  }

  /** The upstream sends no more through the tunnel. */
  void tunnelEnded(UpstreamConnection itsConnection) {
    if (over) {
      return;
    }
    tunnelEnded = true;
    if (requestEnded) {
      finish();
      itsConnection.closeAfterWrites();
    }
    listener.end(null);
  }

  /** Whether the connection carries nothing more of this exchange once the answer is whole. */
  boolean isRequestWhole() {
    return requestEnded && !tunnel;
  }

  /** Whether it is the upstream's turn to begin its answer. */
  boolean awaitsFirstByte() {
    return !answered && (requestEnded || awaitsContinue());
  }

  /** Whether it is the client's turn: to go on with the request, or to take the answer. */
  boolean awaitsClient() {
    return answered ? !readWanted && !tunnel : !requestEnded && !awaitsContinue() && isWritable();
  }

  /**
   * The answer is whole.
   *
   * @param after the fields that came after the body, or null where there were none
   */
  void complete(@Nullable Trailers after) {
    finish();
    listener.end(after);
  }

  /** The connection was lost, or is of no use any more. */
  void lost(UpstreamConnection connectionLost, UpstreamFailure failure) {
    if (over) {
      return;
    }
    if (failure == UpstreamFailure.DISCONNECTED && maySendAgain(connectionLost)) {
      connection = null;
      connect();
      return;
    }
    finish();
    listener.failed(failure);
  }

  private boolean awaitsContinue() {
    return call.head().expectsContinue() && !bodySent;
  }

  private boolean maySendAgain(UpstreamConnection connectionLost) {
    return connectionLost.hasRested()
        && !answered
        && !bodySent
        && switch (method()) {
          case "GET", "HEAD", "OPTIONS", "PUT", "DELETE" -> true;
          default -> false;
        };
  }

  private void connect() {
    endpoints
        .connect(endpoint, timeouts().connect())
        .addListener((ChannelFuture connected) -> onLoop(() -> connected(connected)));
  }

  /** Where there is no socket to be had, that is told on a thread that is none of the loops. */
  private void onLoop(Runnable task) {
    EventLoop loop = endpoints.loop();
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  private void connected(ChannelFuture connected) {
    if (!connected.isSuccess()) {
      if (!over) {
        finish();
        listener.failed(failureOf(connected.cause()));
      }
      return;
    }
    EndpointPool pool = endpoints.pool(endpoint);
    UpstreamConnection fresh = connected.channel().pipeline().get(UpstreamConnection.class);
    fresh.joins(pool);
    if (over) {
      pool.release(fresh);
      return;
    }
    attach(fresh);
    flush();
    listener.writable();
  }

  private static UpstreamFailure failureOf(Throwable cause) {
    return switch (cause) {
      case ConnectTimeoutException _ -> UpstreamFailure.CONNECT_TIMEOUT;
      case NoRouteToHostException _ -> UpstreamFailure.UNREACHABLE;
      case ConnectException _ -> UpstreamFailure.REFUSED;
      case UnknownHostException _ -> UpstreamFailure.UNRESOLVED;
      default -> UpstreamFailure.UNREACHABLE;
    };
  }

  private void attach(UpstreamConnection found) {
    connection = found;
    found.serves(this);
    Channel channel = found.channel();
    channel.write(RequestHeadWriter.write(call, endpoint, channel.alloc()), channel.voidPromise());
    for (ByteBuf data = nextWaiting(); data != null; data = nextWaiting()) {
      bodySent = true;
      write(channel, data);
    }
    if (requestEnded) {
      framing.end(channel, trailers, call.action().headers().removed());
    }
    awaitAnswer(found);
  }

  private void awaitAnswer(UpstreamConnection current) {
    if (awaitsFirstByte()) {
      current.awaitsAnswer(timeouts().firstByte());
    }
  }

  /** Keeps a piece until there is a connection. */
  private void keep(ByteBuf data) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(data);
  }

  private @Nullable ByteBuf nextWaiting() {
    return waiting == null ? null : waiting.poll();
  }

  private void write(Channel channel, ByteBuf data) {
    (tunnel ? BodyFraming.PLAIN : framing).write(channel, data);
  }

  private void finish() {
    over = true;
    for (ByteBuf data = nextWaiting(); data != null; data = nextWaiting()) {
      data.release();
    }
  }
}
