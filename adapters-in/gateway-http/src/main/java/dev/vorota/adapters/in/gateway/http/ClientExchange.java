package dev.vorota.adapters.in.gateway.http;

import dev.vorota.application.gateway.Exchange;
import dev.vorota.application.gateway.Outcome;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.Route;
import dev.vorota.problem.Problem;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response: takes the request through the corridor, streams its body to where
 * the corridor leads, and the response back.
 */
final class ClientExchange implements UpstreamListener {

  private static final int SWITCHING_PROTOCOLS = 101;

  /** A tunnel that began while the gateway stops would only be cut at the end of the drain. */
  private static final Response STOPPING =
      Response.of(
          Problem.of(
              "gateway-stopping", 503, "The gateway is stopping", "Connect again in a moment."),
          new Header("retry-after", "1"));

  /** What is said of the server as a whole (RFC 9110, section 9.3.7). */
  private static final Response FOR_SERVER =
      new Response(204, List.of(RequestProblems.ALLOW), new byte[0]);

  private final ClientConnection connection;
  private final FrontLoop loop;
  private final RequestHead head;
  private final Exchange exchange;
  private final ExchangeLedger ledger;
  private final ClientResponse response;
  private @Nullable UpstreamExchange upstream;
  private boolean requestEnded;
  private boolean responseEnded;
  private @Nullable Tunnel tunnel;
  private boolean over;

  ClientExchange(ClientConnection connection, RequestHead head) {
    this.connection = connection;
    this.loop = connection.loop();
    this.head = head;
    this.exchange = new Exchange(head);
    this.ledger = new ExchangeLedger(exchange);
    this.response = new ClientResponse(connection.channel(), head, loop);
  }

  /**
   * Takes a request whose head is whole.
   *
   * @param bodyless whether no body follows it
   */
  void start(boolean bodyless) {
    requestEnded = bodyless;
    response.persist();
    if (head.isForServer()) {
      answer(FOR_SERVER);
      return;
    }
    loop.corridor().walk(exchange, loop.executor(), this::decided);
  }

  boolean isTunnel() {
    return tunnel != null;
  }

  /**
   * Whether the client may send more of the body now. While a long answer is on its way that came
   * before the body, the body is read over: the client may read only once it has sent all.
   */
  boolean takesBody() {
    return upstream == null ? response.isUnwritten() : upstream.isWritable();
  }

  /** Whether it is the client's turn: to send, or to take what is sent. */
  boolean awaitsClient() {
    return upstream == null || upstream.isWritable();
  }

  void requestBody(ByteBuf data) {
    ledger.received(data.readableBytes());
    Tunnel through = tunnel;
    if (through != null) {
      through.passFromClient(data);
    }
    if (upstream == null) {
      data.release();
    } else {
      upstream.body(data);
    }
  }

  /**
   * The request's body is complete, or the client sends no more through the tunnel.
   *
   * @param trailers the fields that came after the body, or null where there were none
   */
  void requestEnded(@Nullable Trailers trailers) {
    if (requestEnded) {
      return;
    }
    requestEnded = true;
    if (upstream != null) {
      upstream.end(trailers);
    }
    if (isTunnel() && responseEnded) {
      finish();
    }
  }

  void flushRequest() {
    if (upstream != null) {
      upstream.flush();
    }
  }

  /** The client takes more again. */
  void readResponse() {
    if (response.isUnwritten()) {
      writeAnswer();
    } else if (upstream != null) {
      upstream.read(true);
    }
  }

  /** Ends a tunnel, as soon as no frame is cut by that. */
  void leave() {
    Tunnel through = tunnel;
    if (through != null && !over) {
      through.leave();
      leave(through);
    }
  }

  /** The client broke the rules of HTTP. */
  void refuse(MalformedMessageException malformed) {
    response.closeAfter();
    giveUpUpstream();
    if (response.isStarted()) {
      abort();
      return;
    }
    answer(RequestProblems.of(malformed));
  }

  /** The client's connection has ended, or can bring no whole request any more. */
  void clientLeft() {
    if (over) {
      return;
    }
    over = true;
    giveUpUpstream();
    ledger.close(loop.recorder(), !response.isStarted());
  }

  @Override
  public void asked(Endpoint endpoint) {
    ledger.asked(endpoint);
  }

  @Override
  public void add(Header field) {
    exchange.responseHeaders().add(field);
  }

  @Override
  public void head(ResponseHead received) {
    if (over) {
      return;
    }
    if (received.isInterim()) {
      response.interim(received);
      return;
    }
    ledger.answered(received.status());
    if (received.status() == SWITCHING_PROTOCOLS && loop.isDraining()) {
      giveUpUpstream();
      answer(STOPPING);
    } else if (received.status() == SWITCHING_PROTOCOLS) {
      tunnel = new Tunnel();
      requestEnded = false;
      response.switchProtocols(received, exchange.responseHeaders());
      writable();
    } else {
      closeUnlessBodyEnds();
      response.head(received, exchange.responseHeaders());
    }
  }

  @Override
  public void body(ByteBuf data) {
    if (over) {
      data.release();
      return;
    }
    Tunnel through = tunnel;
    if (through == null) {
      pass(data);
      return;
    }
    int length = through.passToClient(data);
    if (length == data.readableBytes()) {
      pass(data);
    } else {
      pass(data.readRetainedSlice(length));
      data.release();
    }
    leave(through);
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    if (over) {
      return;
    }
    responseEnded = true;
    if (isTunnel() && !requestEnded) {
      connection.finishSending();
      return;
    }
    if (!isTunnel()) {
      response.end(trailers);
    }
    finish();
  }

  @Override
  public void failed(UpstreamFailure failure) {
    if (over) {
      return;
    }
    upstream = null;
    if (response.isStarted()) {
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

  private void pass(ByteBuf data) {
    ledger.sent(data.readableBytes());
    if (!response.body(data) && upstream != null) {
      upstream.read(false);
    }
  }

  private void leave(Tunnel through) {
    UpstreamExchange service = upstream;
    if (!through.mayLeave() || service == null) {
      return;
    }
    service.body(through.goodbyeToServer());
    service.cancel();
    response.body(through.goodbyeToClient());
    finish();
  }

  private void decided(Outcome outcome) {
    if (over) {
      return;
    }
    Route route = exchange.route();
    if (route != null) {
      response.changed(route.responseHeaders());
    }
    switch (outcome) {
      case Outcome.Answer(var answer) -> answer(answer);
      case Outcome.Forward forward -> forward(forward, Objects.requireNonNull(route));
      case Outcome.Pass _, Outcome.Wait _ ->
          throw new IllegalStateException("a corridor must end with an answer or an upstream.");
    }
  }

  private void forward(Outcome.Forward forward, Route route) {
    Action.Forward action = forward.action();
    response.rewritten(action.path());
    UpstreamExchange opened =
        loop.upstreams()
            .open(
                new UpstreamCall(
                    route.id(),
                    action,
                    exchange,
                    head,
                    forward.path(),
                    connection.peer().forwarded(head, exchange.isPeerTrusted()),
                    head.isWebSocketUpgrade(),
                    null),
                this);
    upstream = opened;
    if (requestEnded) {
      opened.end(null);
    }
    writable();
  }

  private void answer(Response answer) {
    ledger.answered(answer.status());
    closeUnlessBodyEnds();
    response.answer(answer, exchange.responseHeaders());
    writeAnswer();
    if (!over) {
      connection.resume();
    }
  }

  private void writeAnswer() {
    ledger.sent(response.writeRest());
    if (response.isUnwritten()) {
      connection.flush();
    } else {
      finish();
    }
  }

  /** A response that comes before its request is whole ends the connection, mostly. */
  private void closeUnlessBodyEnds() {
    if (!requestEnded && !connection.mayDiscardBody()) {
      response.closeAfter();
    }
  }

  private void finish() {
    over = true;
    ledger.close(loop.recorder(), false);
    connection.exchangeEnded(response.keepsAlive());
    connection.flush();
  }

  /** Ends a response that can't be completed so that the client sees it is not whole. */
  private void abort() {
    over = true;
    ledger.close(loop.recorder(), false);
    connection.breakOff(response.endsWithConnection());
  }

  private void giveUpUpstream() {
    if (upstream != null) {
      upstream.cancel();
    }
  }
}
