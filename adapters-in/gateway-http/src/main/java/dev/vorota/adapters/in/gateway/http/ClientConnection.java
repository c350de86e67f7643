package dev.vorota.adapters.in.gateway.http;

import dev.vorota.wire.connection.Closing;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.Refusal;
import dev.vorota.wire.head.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: reads requests one after the other, hands each to an exchange of its own,
 * and holds what comes early until it is its turn.
 */
final class ClientConnection extends ChannelInboundHandlerAdapter {

  private static final System.Logger LOG = System.getLogger(ClientConnection.class.getName());

  private final FrontLoop loop;
  private final Channel channel;
  private final Peer peer;
  private final RequestHead head;
  private final RequestBody body;
  private final Lingering lingering;
  private final Patience patience;
  private final HeldInput held = new HeldInput();
  private @Nullable ClientExchange exchange;
  private boolean proceeding;
  private boolean reading;
  private boolean inputEnded;

  ClientConnection(FrontLoop loop, Channel channel) {
    this.loop = loop;
    this.channel = channel;
    var address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
    this.peer = new Peer(address);
    this.lingering = new Lingering(channel);
    this.patience = new Patience(channel, loop.limits());
    this.head = new RequestHead(address, loop.limits().longestHead(), loop.limits().mostFields());
    this.body = new RequestBody(head);
  }

  Channel channel() {
    return channel;
  }

  FrontLoop loop() {
    return loop;
  }

  Peer peer() {
    return peer;
  }

  /** Sends out what was written, unless more is about to be. */
  void flush() {
    if (!reading) {
      channel.flush();
    }
  }

  /** Whether the connection can go on after what is to come of a body that nobody wants. */
  boolean mayDiscardBody() {
    return body.mayDiscard();
  }

  /** There is room again for what the client sends. */
  void resume() {
    channel.config().setAutoRead(true);
    proceed();
  }

  /** The response is complete. */
  void exchangeEnded(boolean keepAlive) {
    exchange = null;
    patience.note();
    if (!keepAlive || !body.mayDiscard() || loop.isDraining()) {
      body.giveUp();
      held.release();
      lingering.start(inputEnded);
      return;
    }
    channel.config().setAutoRead(true);
    if (!body.isAwaited()) {
      head.reset();
    }
    proceed();
  }

  /** Sends nothing more than what was written; the client may go on. */
  void finishSending() {
    Closing.halfAfterWrites(channel);
  }

  /** Ends the connection where it serves no exchange, once the client has its answers. */
  void closeIdle() {
    if (exchange == null && !lingering.isActive()) {
      body.giveUp();
      held.release();
      lingering.startIdle(inputEnded);
    }
  }

  boolean isTunnel() {
    ClientExchange current = exchange;
    return current != null && current.isTunnel();
  }

  /** Ends a tunnel. */
  void leave() {
    ClientExchange current = exchange;
    if (current != null) {
      current.leave();
    }
  }

  void close() {
    channel.close();
  }

  /**
   * Ends the connection within a response. What there is of it is sent where the socket takes it.
   *
   * @param reset so that the client can't take the end of the connection for that of a body
   */
  void breakOff(boolean reset) {
    lingering.breakOff(reset);
  }

  /** Closes what has been still for longer than is borne with. */
  void sweep(long nowNanos) {
    Patience.Wait wait = awaited();
    boolean over = patience.isOver(wait, nowNanos);
    if (lingering.isOver(nowNanos)) {
      close();
    } else if (over && wait == Patience.Wait.BODY && !patience.isSending()) {
      timeOut(Refusal.BODY_TIMEOUT, "body");
    } else if (over && wait == Patience.Wait.HEAD && !patience.isSending()) {
      timeOut(Refusal.HEAD_TIMEOUT, "head");
    } else if (over) {
      close();
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    loop.add(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    if (lingering.isActive()) {
      lingering.discard(in);
      return;
    }
    reading = true;
    if (exchange != null || body.isAwaited() || head.isEmpty()) {
      patience.note();
    }
    held.add(in, channel.alloc());
    proceed();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    reading = false;
    ClientExchange current = exchange;
    if (current != null) {
      current.flushRequest();
    }
    channel.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    ClientExchange current = exchange;
    patience.note();
    if (!channel.isWritable()) {
      return;
    }
    if (current == null) {
      resume();
    } else {
      current.readResponse();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      inputEnded = true;
      proceed();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ClientExchange current = exchange;
    exchange = null;
    body.giveUp();
    held.release();
    loop.remove(this);
    if (current != null) {
      current.clientLeft();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.log(System.Logger.Level.ERROR, "A connection is closed for an unexpected failure", cause);
    }
    ctx.close();
  }

  private void proceed() {
    if (proceeding) {
      return;
    }
    proceeding = true;
    try {
      ByteBuf octets = held.octets();
      while (octets != null && advance(octets)) {
        octets = held.octets();
      }
    } catch (MalformedMessageException malformed) {
      refuse(malformed);
    } finally {
      proceeding = false;
    }
    ClientExchange current = exchange;
    if (current != null && !reading) {
      current.flushRequest(); // what was held until now; else the end of reading flushes
    }
    boolean taken = held.octets() == null;
    if (held.isFull()) {
      channel.config().setAutoRead(false);
    }
    if (inputEnded && taken) {
      takeEnd();
    }
  }

  /**
   * The client sends no more, and all that it sent was taken. A response that is under way is still
   * sent: the client may have closed its side only (RFC 9112, section 9.6).
   */
  private void takeEnd() {
    ClientExchange current = exchange;
    if (current == null) {
      Closing.afterWrites(channel);
    } else if (current.isTunnel()) {
      current.requestEnded(null);
    } else if (body.isAwaited()) {
      exchange = null;
      body.giveUp();
      current.clientLeft();
      close();
    }
  }

  /** Takes the next piece. Returns whether there may be another one to take now. */
  private boolean advance(ByteBuf in) {
    if (lingering.isActive()) {
      return false;
    }
    ClientExchange current = exchange;
    if (current == null) {
      return body.isAwaited() ? discardBody(in) : channel.isWritable() && readHead(in);
    }
    if (current.isTunnel()) {
      current.requestBody(in.readRetainedSlice(in.readableBytes()));
      return pauseUnless(current.takesBody());
    }
    if (!body.isAwaited()) {
      return false;
    }
    if (!current.takesBody()) {
      return pauseUnless(false);
    }
    if (body.read(in, current::requestBody)) {
      current.requestEnded(body.trailers());
    }
    return true;
  }

  private boolean readHead(ByteBuf in) {
    if (!head.read(in)) {
      return false;
    }
    patience.note();
    ClientExchange next = new ClientExchange(this, head);
    exchange = next;
    body.start();
    next.start(!body.isAwaited());
    return true;
  }

  private boolean discardBody(ByteBuf in) {
    if (body.read(in, ByteBuf::release)) {
      head.reset();
    }
    return in.isReadable();
  }

  private boolean pauseUnless(boolean writable) {
    if (!writable) {
      channel.config().setAutoRead(false);
    }
    return writable;
  }

  private Patience.Wait awaited() {
    ClientExchange current = exchange;
    if (current != null) {
      return current.isTunnel()
          ? Patience.Wait.TUNNEL
          : body.isAwaited() && current.awaitsClient() ? Patience.Wait.BODY : Patience.Wait.OTHERS;
    }
    if (body.isAwaited() || lingering.isActive()) {
      return Patience.Wait.REST;
    }
    return head.isEmpty() ? Patience.Wait.REQUEST : Patience.Wait.HEAD;
  }

  private void timeOut(Refusal refusal, String part) {
    refuse(new MalformedMessageException(refusal, part, "not whole", "sent in time"));
    channel.flush();
  }

  private void refuse(MalformedMessageException malformed) {
    ClientExchange current = exchange;
    if (current == null) {
      current = new ClientExchange(this, head);
      exchange = current;
    }
    current.refuse(malformed);
  }
}
