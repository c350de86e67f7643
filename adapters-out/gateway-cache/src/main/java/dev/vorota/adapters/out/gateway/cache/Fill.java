package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.CacheStatus;
import dev.vorota.gateway.cache.CachedResponse;
import dev.vorota.gateway.cache.Storing;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a response to keep it, and passes it on to the client that it is fetched for, if there is
 * one: what comes is kept even when that client leaves or is slow. While a body is collected it is
 * read as fast as it comes; one that can't be kept is read as fast as the client takes it. Confined
 * to one event loop.
 */
final class Fill implements UpstreamListener {

  private static final int NOT_MODIFIED = 304;
  private static final int SERVER_ERROR = 500;

  private final CachedUpstreams upstreams;
  private final ResponseCache cache;
  private final CachePolicy policy;
  private final Flight flight;
  private UpstreamCall call;
  private @Nullable StoredResponse known;
  private @Nullable CacheExchange client;
  private @Nullable UpstreamExchange exchange;
  private @Nullable Intake intake;
  private final List<Header> varying = new ArrayList<>(0);
  private boolean conditional;
  private boolean answered;
  private boolean over;
  private long requestedAt;

  /**
   * @param asked the client's request, which is not needed after this
   * @param stored what is kept and has to be validated, or null
   * @param client for whom it is fetched, or null
   */
  Fill(
      CachedUpstreams upstreams,
      CachePolicy policy,
      Flight flight,
      UpstreamCall asked,
      @Nullable StoredResponse stored,
      @Nullable CacheExchange client) {
    this.upstreams = upstreams;
    this.cache = upstreams.cache();
    this.policy = policy;
    this.flight = flight;
    this.client = client;
    this.known = stored != null && stored.body().retain() ? stored : null;
    this.conditional = known != null && known.cached().hasValidator();
    this.call = Fetch.of(asked, policy, known == null ? null : known.cached());
  }

  void start() {
    requestedAt = cache.now();
    UpstreamExchange opened = upstreams.below().open(call, this);
    if (!over) {
      exchange = opened;
      opened.end(null);
      opened.flush();
    }
  }

  /** The client leaves; what comes is still good for others. */
  void clientLeft() {
    client = null;
    boolean ofUse = answered ? intake != null : flight.isAwaited();
    if (!ofUse) {
      giveUp(new Landing.GivenUp());
    }
  }

  /** Says whether the client takes more now. */
  void clientReads(boolean wanted) {
    UpstreamExchange current = exchange;
    if (current != null && answered && intake == null) {
      current.read(wanted);
    }
  }

  @Override
  public void asked(Endpoint endpoint) {
    if (client != null) {
      client.listener().asked(endpoint);
    }
  }

  @Override
  public void add(Header field) {
    if (field.name().equals("vary")) {
      varying.add(field); // what the response is selected by on this side of the upstream
    }
    if (client != null) {
      client.listener().add(field);
    }
  }

  @Override
  public void head(ResponseHead head) {
    if (over) {
      return;
    }
    if (head.isInterim()) {
      if (client != null) {
        client.listener().head(head);
      }
      return;
    }
    if (conditional && head.status() == NOT_MODIFIED) {
      validated(head);
      return;
    }
    if (CachedResponse.isFailure(head.status()) && isServedStale()) {
      giveUp(new Landing.Failed(UpstreamFailure.DISCONNECTED));
      return;
    }
    answered = true;
    CachedResponse seen =
        CachedResponse.of(
            policy,
            call.head(),
            head.status(),
            new MoreFields(head, varying),
            requestedAt,
            cache.now());
    intake =
        seen.storing() == Storing.STORED ? Intake.of(cache, policy, head, varying, seen) : null;
    if (intake == null) {
      isNotKept();
      forgetFor(seen);
    }
    pass(head, seen);
    if (client == null && intake == null) {
      giveUp(new Landing.NotKept());
    }
  }

  @Override
  public void body(ByteBuf data) {
    if (over) {
      data.release();
      return;
    }
    if (intake != null && !intake.add(data)) {
      intake = null;
      isNotKept();
    }
    CacheExchange current = client;
    if (current != null) {
      current.listener().body(data);
      if (intake == null && exchange != null && !current.isReadWanted()) {
        exchange.read(false);
      }
      return;
    }
    data.release();
    if (intake == null) {
      giveUp(new Landing.NotKept());
    }
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    if (over) {
      return;
    }
    Intake whole = intake;
    intake = null;
    CacheExchange current = client;
    finish(whole == null ? new Landing.NotKept() : kept(whole.finish()));
    if (current != null) {
      current.settle();
      current.listener().end(trailers);
    }
  }

  @Override
  public void failed(UpstreamFailure failure) {
    if (over) {
      return;
    }
    if (!answered) {
      isServedStale();
    }
    CacheExchange current = client;
    finish(new Landing.Failed(failure));
    if (current != null) {
      current.settle();
      current.listener().failed(failure);
    }
  }

  @Override
  public void flush() {
    if (client != null) {
      client.listener().flush();
    }
  }

  @Override
  public void writable() {
    // A fetch has no body to send.
  }

  /** Passes the final head on, or what of it the client needs. */
  private void pass(ResponseHead head, CachedResponse seen) {
    CacheExchange current = client;
    if (current == null) {
      return;
    }
    UpstreamListener listener = current.listener();
    listener.add(
        intake == null
            ? CacheStatus.passed(current.why(), head.status())
            : CacheStatus.stored(current.why(), head.status()));
    boolean had = seen.isHadBy(current.call().head());
    if (!had && !current.isHead()) {
      listener.head(head);
      return;
    }
    client = null;
    current.settle();
    listener.head(had ? Heads.notModified(head) : head);
    listener.end(null);
  }

  /** What is kept is good still (RFC 9111, section 4.3.3). */
  private void validated(ResponseHead head) {
    StoredResponse old = known;
    if (old == null) {
      return;
    }
    if (!old.cached().isMeantBy(head)) {
      askAnew(old);
      return;
    }
    known = null; // its body goes over to the one that stands in its place
    StoredResponse fresh = freshened(old, head);
    CacheExchange current = client;
    boolean shared = fresh.body().retain();
    if (fresh.cached().storing() != Storing.STORED) {
      cache.drop(flight.resource(), old);
    }
    Landing landing = kept(fresh);
    finish(landing);
    if (current != null) {
      current.settle();
      Answer.send(
          fresh,
          current.call().head(),
          current.listener(),
          CacheStatus.stored(current.why(), NOT_MODIFIED),
          cache.now());
    }
    if (shared) {
      fresh.body().release();
    }
  }

  private StoredResponse freshened(StoredResponse old, ResponseHead head) {
    List<String> unstored = List.copyOf(old.cached().unstored());
    ByteBuf draft = Heads.updated(old.head(), head, unstored, cache.now());
    int octets = draft.readableBytes();
    ResponseHead updated = Heads.whole(draft, old.cached().status(), old.body().length());
    CachedResponse judged =
        CachedResponse.freshened(
            policy, call.head(), old.cached(), updated, head, requestedAt, cache.now());
    return new StoredResponse(judged, updated, Heads.notModified(updated), old.body(), octets);
  }

  /** The 304 is about something else: the whole is needed. */
  private void askAnew(StoredResponse old) {
    UpstreamExchange current = exchange;
    cache.drop(flight.resource(), old);
    old.body().release();
    known = null;
    conditional = false;
    exchange = null;
    call = Fetch.of(call, policy, null);
    if (current != null) {
      current.cancel();
    }
    start();
  }

  /**
   * Keeps a response, where nothing has changed meanwhile.
   *
   * @param stored belongs to the cache from here on
   */
  private Landing kept(StoredResponse stored) {
    boolean put =
        stored.cached().storing() == Storing.STORED
            && cache.put(flight, stored, policy, call.head());
    boolean usable = put && stored.cached().isUsable(cache.now());
    cache.flights().waitingHelps(flight.what(), usable);
    if (!put) {
      stored.body().release();
    }
    return usable ? new Landing.Kept() : new Landing.NotKept();
  }

  /** Those who wait get nothing of this, and those who come next need not try. */
  private void isNotKept() {
    cache.flights().waitingHelps(flight.what(), false);
    flight.land(new Landing.NotKept());
  }

  /** What was kept is forgotten where the origin has something else for everybody. */
  private void forgetFor(CachedResponse seen) {
    StoredResponse old = known;
    if (old != null && seen.status() < SERVER_ERROR && !seen.storing().isAboutRequest()) {
      cache.drop(flight.resource(), old);
    }
  }

  /** The origin fails; whether what is kept will do instead. */
  private boolean isServedStale() {
    StoredResponse old = known;
    CacheExchange current = client;
    if (old == null) {
      return false;
    }
    if (current == null) {
      cache.flights().pauseRefresh(flight.what());
      return true; // nobody has to hear of it
    }
    if (!current.isAnsweredDespite(old)) {
      return false;
    }
    client = null;
    return true;
  }

  private void giveUp(Landing landing) {
    UpstreamExchange current = exchange;
    finish(landing);
    if (current != null) {
      current.cancel();
    }
  }

  private void finish(Landing landing) {
    StoredResponse old = known;
    over = true;
    client = null;
    exchange = null;
    known = null;
    if (intake != null) {
      intake.release();
      intake = null;
    }
    if (old != null) {
      old.body().release();
    }
    flight.land(landing);
  }
}
