package dev.vorota.adapters.in.gateway.http;

import dev.vorota.adapters.in.gateway.http.ResponseHeadWriter.Persistence;
import dev.vorota.application.gateway.Exchange;
import dev.vorota.application.gateway.Outcome;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.wire.body.BodyFraming;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.MessageFraming;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response: takes the request through the corridor, streams its body to where
 * the corridor leads, and the response back.
 */
final class ClientExchange implements UpstreamListener {

  private final ClientConnection connection;
  private final Channel channel;
  private final RequestHead head;
  private final Exchange exchange;
  private final ExchangeLedger ledger;
  private @Nullable UpstreamExchange upstream;
  private BodyFraming framing = BodyFraming.PLAIN;
  private boolean requestEnded;
  private boolean started;
  private boolean keepAlive;
  private boolean tunnel;
  private boolean over;

  ClientExchange(ClientConnection connection, RequestHead head) {
    this.connection = connection;
    this.channel = connection.channel();
    this.head = head;
    this.exchange = new Exchange(head);
    this.ledger = new ExchangeLedger(exchange);
  }

  /**
   * @param bodyless whether no body follows the head
   */
  void start(boolean bodyless) {
    requestEnded = bodyless;
    keepAlive = head.keepsAlive();
    connection.loop().corridor().walk(exchange, connection.loop().executor(), this::decided);
  }

  boolean isTunnel() {
    return tunnel;
  }

  /** Whether the client may send more of the body now. */
  boolean takesBody() {
    return upstream != null && upstream.isWritable();
  }

  /** Whether it is the client's turn: to send, or to take what is sent. */
  boolean awaitsClient() {
    return upstream == null || upstream.isWritable();
  }

  void requestBody(ByteBuf data) {
    ledger.received(data.readableBytes());
    if (upstream == null) {
      data.release();
    } else {
      upstream.body(data);
    }
  }

  void requestEnded() {
    requestEnded = true;
    if (upstream != null) {
      upstream.end();
    }
  }

  void flushRequest() {
    if (upstream != null) {
      upstream.flush();
    }
  }

  /** The client takes more again. */
  void readResponse() {
    if (upstream != null) {
      upstream.read(true);
    }
  }

  /** The client broke the rules of HTTP. */
  void refuse(MalformedMessageException malformed) {
    keepAlive = false;
    giveUpUpstream();
    if (started) {
      abort();
      return;
    }
    answer(
        Response.of(
            Problem.of(
                "malformed-request",
                malformed.status(),
                "The request is not good HTTP",
                String.valueOf(malformed.getMessage()))));
  }

  /** The client's connection has ended. */
  void clientLeft() {
    if (over) {
      return;
    }
    over = true;
    if (tunnel && upstream != null) {
      upstream.end();
    } else {
      giveUpUpstream();
    }
    ledger.close(connection.loop().recorder(), !started);
  }

  @Override
  public void head(ResponseHead response) {
    if (over) {
      return;
    }
    if (response.isInterim()) {
      interim(response);
      return;
    }
    started = true;
    ledger.answered(response.status());
    if (response.status() == 101) {
      tunnel = true;
      write(response, Persistence.UPGRADE);
      writable();
      return;
    }
    boolean hasBody = response.hasBody(head.method());
    boolean unmeasured = hasBody && response.framing().contentLength() == MessageFraming.NO_LENGTH;
    framing = unmeasured && !head.isHttp10() ? BodyFraming.CHUNKED : BodyFraming.PLAIN;
    keepAlive = keepAlive && !(unmeasured && head.isHttp10());
    write(response, persistence());
  }

  @Override
  public void body(ByteBuf data) {
    if (over) {
      data.release();
      return;
    }
    ledger.sent(data.readableBytes());
    framing.write(channel, data);
    if (!channel.isWritable() && upstream != null) {
      upstream.read(false);
    }
  }

  @Override
  public void end() {
    if (!over) {
      framing.end(channel);
      finish();
    }
  }

  @Override
  public void failed(UpstreamFailure failure) {
    if (over) {
      return;
    }
    upstream = null;
    if (started) {
      abort();
    } else {
      answer(UpstreamProblems.of(failure));
    }
  }

  @Override
  public void flush() {
    connection.flush();
  }

  @Override
  public void writable() {
    if (!over) {
      connection.resume();
      flushRequest();
    }
  }

  private void decided(Outcome outcome) {
    if (over) {
      return;
    }
    switch (outcome) {
      case Outcome.Answer(var response) -> answer(response);
      case Outcome.Forward forward -> forward(forward);
      case Outcome.Pass _, Outcome.Wait _ ->
          throw new IllegalStateException("a corridor must end with an answer or an endpoint.");
    }
  }

  private void forward(Outcome.Forward forward) {
    ledger.asked(forward.endpoint());
    UpstreamExchange opened =
        connection
            .loop()
            .upstreams()
            .open(
                new UpstreamCall(
                    forward.endpoint(),
                    head,
                    forward.action().stripPrefix().length(),
                    connection.peer().forwarded(head),
                    head.isWebSocketUpgrade()),
                this);
    if (over) {
      return;
    }
    upstream = opened;
    if (requestEnded && !head.isWebSocketUpgrade()) {
      opened.end();
    }
    opened.flush();
    connection.resume();
  }

  private void answer(Response response) {
    started = true;
    ledger.answered(response.status());
    byte[] body = response.body();
    boolean bodyless = response.status() == 304 || head.method().equals("HEAD");
    keepAlive = keepAlive && (requestEnded || connection.mayDiscardBody());
    channel.write(
        ResponseHeadWriter.own(
            response.status(),
            response.headers(),
            exchange.responseHeaders(),
            response.status() == 304 ? MessageFraming.NO_LENGTH : body.length,
            connection.loop().date().at(System.currentTimeMillis()),
            persistence(),
            channel.alloc()),
        channel.voidPromise());
    if (!bodyless && body.length > 0) {
      ledger.sent(body.length);
      channel.write(Unpooled.wrappedBuffer(body), channel.voidPromise());
    }
    finish();
  }

  private void interim(ResponseHead response) {
    if (!head.isHttp10()) {
      channel.write(
          ResponseHeadWriter.forwarded(
              response, List.of(), BodyFraming.PLAIN, Persistence.IMPLIED, channel.alloc()),
          channel.voidPromise());
    }
  }

  private void write(ResponseHead response, Persistence persistence) {
    channel.write(
        ResponseHeadWriter.forwarded(
            response, exchange.responseHeaders(), framing, persistence, channel.alloc()),
        channel.voidPromise());
  }

  private Persistence persistence() {
    if (!keepAlive || connection.loop().isDraining()) {
      keepAlive = false;
      return Persistence.CLOSE;
    }
    return head.isHttp10() ? Persistence.KEEP_ALIVE : Persistence.IMPLIED;
  }

  private void finish() {
    over = true;
    ledger.close(connection.loop().recorder(), false);
    connection.exchangeEnded(keepAlive && !tunnel);
    connection.flush();
  }

  /** Ends a response that can't be completed so that the client sees it is not whole. */
  private void abort() {
    over = true;
    ledger.close(connection.loop().recorder(), false);
    connection.close();
  }

  private void giveUpUpstream() {
    if (upstream != null) {
      upstream.cancel();
    }
  }
}
