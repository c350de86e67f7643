package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.wire.body.BodyFraming;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with an endpoint: finds a connection, sends the request, and lets the listener hear
 * the answer. An idle connection may have been closed by the other end just when it is used; such a
 * request is sent once more over a new one, where that is safe (RFC 9110, section 9.2.2).
 */
final class HttpExchange extends EndpointExchange {

  private final EndpointPool pool;
  private final BodyFraming framing;
  private @Nullable UpstreamConnection connection;
  private boolean readWanted = true;
  private boolean requestEnded;
  private @Nullable Trailers trailers;
  private boolean tunnel;
  private boolean tunnelEnded;

  HttpExchange(EndpointPool pool, UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    super(call, endpoint, listener);
    this.pool = pool;
    this.framing = call.head().framing().isChunked() ? BodyFraming.CHUNKED : BodyFraming.PLAIN;
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
    if (isOver() || !data.isReadable()) {
      data.release();
    } else if (current == null) {
      keep(data);
    } else {
      bodySent();
      current.touch();
      write(current.channel(), data);
    }
  }

  @Override
  public void end(@Nullable Trailers after) {
    requestEnded = true;
    trailers = after;
    UpstreamConnection current = connection;
    if (current == null || isOver()) {
      return;
    }
    if (!tunnel) {
      current.touch();
      framing.end(current.channel(), after, call().action().headers().removed());
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
    if (current != null && !isOver()) {
      current.channel().flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    UpstreamConnection current = connection;
    if (current != null && !isOver()) {
      current.channel().config().setAutoRead(wanted);
    }
  }

  @Override
  public void cancel() {
    if (!isOver()) {
      finish();
      pool.leave(this);
      UpstreamConnection current = connection;
      if (current != null && tunnel) {
        current.closeAfterWrites();
      } else if (current != null) {
        current.close();
      }
    }
  }

  boolean mayTunnel() {
    return call().tunnel();
  }

  /** Both sides send octets as they like from here on. */
  void becomesTunnel() {
    tunnel = true;
    requestEnded = false;
  }

  /** The upstream sends no more through the tunnel. */
  void tunnelEnded(UpstreamConnection itsConnection) {
    if (isOver()) {
      return;
    }
    tunnelEnded = true;
    if (requestEnded) {
      finish();
      itsConnection.closeAfterWrites();
    }
    listener().end(null);
  }

  /** Whether the connection carries nothing more of this exchange once the answer is whole. */
  boolean isRequestWhole() {
    return requestEnded && !tunnel;
  }

  /** Whether it is the upstream's turn to begin its answer. */
  boolean awaitsFirstByte() {
    return !isAnswered() && (requestEnded || awaitsContinue());
  }

  /** Whether it is the client's turn: to go on with the request, or to take the answer. */
  boolean awaitsClient() {
    return isAnswered()
        ? !readWanted && !tunnel
        : !requestEnded && !awaitsContinue() && isWritable();
  }

  /**
   * The answer is whole.
   *
   * @param after the fields that came after the body, or null where there were none
   */
  void complete(@Nullable Trailers after) {
    finish();
    listener().end(after);
  }

  /** The connection was lost, or is of no use any more. */
  void lost(UpstreamConnection connectionLost, UpstreamFailure failure) {
    if (isOver()) {
      return;
    }
    if (failure == UpstreamFailure.DISCONNECTED && maySendAgain(connectionLost)) {
      connection = null;
      pool.serveAnew(this);
      return;
    }
    fail(failure);
  }

  private boolean maySendAgain(UpstreamConnection connectionLost) {
    return connectionLost.hasRested()
        && !isAnswered()
        && !isBodySent()
        && switch (method()) {
          case "GET", "HEAD", "OPTIONS", "PUT", "DELETE" -> true;
          default -> false;
        };
  }

  /** There is a connection now, after a time without one. */
  void attachLate(UpstreamConnection found) {
    attach(found);
    flush();
    listener().writable();
  }

  /** There is a connection. */
  void attach(UpstreamConnection found) {
    connection = found;
    found.serves(this);
    Channel channel = found.channel();
    channel.write(
        RequestHeadWriter.write(call(), endpoint(), channel.alloc()), channel.voidPromise());
    for (ByteBuf data = nextWaiting(); data != null; data = nextWaiting()) {
      bodySent();
      write(channel, data);
    }
    if (requestEnded) {
      framing.end(channel, trailers, call().action().headers().removed());
    }
    awaitAnswer(found);
  }

  private void awaitAnswer(UpstreamConnection current) {
    if (awaitsFirstByte()) {
      current.awaitsAnswer(timeouts().firstByte());
    }
  }

  private void write(Channel channel, ByteBuf data) {
    (tunnel ? BodyFraming.PLAIN : framing).write(channel, data);
  }
}
