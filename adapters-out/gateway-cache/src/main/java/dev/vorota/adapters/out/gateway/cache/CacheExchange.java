package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.CacheProblems;
import dev.vorota.gateway.cache.CacheStatus;
import dev.vorota.gateway.cache.RequestDirectives;
import dev.vorota.gateway.cache.ResourceKey;
import dev.vorota.gateway.cache.Reuse;
import dev.vorota.gateway.http.Header;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.Trailers;
import dev.vorota.wire.time.Timer;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A client's request where responses are kept: it is answered with one, makes a fetch, waits for
 * one that is under way, or goes its own way. Confined to one event loop.
 */
final class CacheExchange implements UpstreamExchange, Flight.Passenger {

  /** How often somebody else is waited for, or a fetch made, before a failure counts for all. */
  private static final int MOST_ROUNDS = 2;

  private final CachedUpstreams upstreams;
  private final ResponseCache cache;
  private final UpstreamCall call;
  private final UpstreamListener listener;
  private final CachePolicy policy;
  private final ResourceKey key;
  private final RequestDirectives asked;
  private @Nullable UpstreamExchange direct;
  private @Nullable Fill fill;
  private @Nullable Flight awaited;
  private @Nullable Timer patience;
  private @Nullable Trailers trailers;
  private Header why = CacheStatus.URI_MISS;
  private int rounds;
  private boolean requestEnded;
  private boolean readWanted = true;

  CacheExchange(
      CachedUpstreams upstreams,
      UpstreamCall call,
      UpstreamListener listener,
      CachePolicy policy,
      ResourceKey key) {
    this.upstreams = upstreams;
    this.cache = upstreams.cache();
    this.call = call;
    this.listener = listener;
    this.policy = policy;
    this.key = key;
    this.asked = policy.directivesOf(call.head());
  }

  /** Looks for what can be used, and finds out what to do where there is nothing. */
  void start() {
    Variants variants = cache.find(key);
    StoredResponse stored = variants == null ? null : variants.find(policy, call.head());
    if (stored != null && isAnsweredWith(stored)) {
      return;
    }
    if (asked.onlyIfCached()) {
      settle();
      listener.add(CacheStatus.onlyIfCached());
      Answer.send(CacheProblems.NOT_KEPT, isHead(), listener, cache.now());
      return;
    }
    why = why(variants, stored);
    if (asked.noStore() || (stored == null && !isWhole())) {
      goDirect(why);
      return;
    }
    String what = what(variants);
    if (policy.longestWait().isZero() || cache.flights().isWaitingFutile(what)) {
      fetch(cache.flights().alone(what, key), stored);
      return;
    }
    Flight flight = cache.flights().join(what, key, this);
    if (flight.isLedBy(this)) {
      lead(flight, stored);
    } else {
      await(flight);
    }
  }

  UpstreamCall call() {
    return call;
  }

  UpstreamListener listener() {
    return listener;
  }

  RequestDirectives asked() {
    return asked;
  }

  /** Why the origin was asked. */
  Header why() {
    return why;
  }

  boolean isHead() {
    return call.head().method().equals("HEAD");
  }

  boolean isReadWanted() {
    return readWanted;
  }

  /** What the client gets, and from whom, is settled. */
  void settle() {
    fill = null;
    awaited = null;
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
  }

  @Override
  public boolean isWritable() {
    UpstreamExchange current = direct;
    return current == null || current.isWritable();
  }

  @Override
  public void body(ByteBuf data) {
    UpstreamExchange current = direct;
    if (current == null) {
      data.release(); // a request with a body goes past the cache
    } else {
      current.body(data);
    }
  }

  @Override
  public void end(@Nullable Trailers after) {
    requestEnded = true;
    trailers = after;
    UpstreamExchange current = direct;
    if (current != null) {
      current.end(after);
    }
  }

  @Override
  public void flush() {
    UpstreamExchange current = direct;
    if (current != null) {
      current.flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    UpstreamExchange current = direct;
    Fill fetching = fill;
    if (current != null) {
      current.read(wanted);
    } else if (fetching != null) {
      fetching.clientReads(wanted);
    }
  }

  @Override
  public void cancel() {
    UpstreamExchange current = direct;
    Fill fetching = fill;
    Flight flight = awaited;
    if (current != null) {
      current.cancel();
      return;
    }
    settle();
    if (fetching != null) {
      fetching.clientLeft();
    }
    if (flight != null) {
      flight.leave(this);
    }
  }

  @Override
  public void landed(Landing landing) {
    try {
      upstreams.loop().execute(() -> resume(landing));
    } catch (RejectedExecutionException _) {
      // The loop has ended, and the client's connection with it.
    }
  }

  /** Answers with a response that is stale, as the origin fails; returns whether that may be. */
  boolean isAnsweredDespite(StoredResponse stored) {
    long now = cache.now();
    if (!stored.cached().isGoodWhileFailing(asked, now)) {
      return false;
    }
    Header status = CacheStatus.staleOnError(stored.cached().ttl(now));
    if (!Answer.send(stored, call.head(), listener, status, now)) {
      return false;
    }
    settle();
    return true;
  }

  private boolean isAnsweredWith(StoredResponse stored) {
    long now = cache.now();
    Reuse reuse = stored.cached().reuseFor(asked, now);
    if (reuse == Reuse.VALIDATE) {
      return false;
    }
    if (reuse == Reuse.STALE_WHILE_REVALIDATING) {
      refresh(stored); // before the answer, after which nothing may be read of the request
    }
    Header status =
        rounds == 0 ? CacheStatus.hit(stored.cached().ttl(now)) : CacheStatus.collapsed(why);
    if (!Answer.send(stored, call.head(), listener, status, now)) {
      return false;
    }
    settle();
    return true;
  }

  /** Why the origin has to be asked. */
  private Header why(@Nullable Variants variants, @Nullable StoredResponse stored) {
    if (stored != null) {
      return stored.cached().isFresh(cache.now()) ? CacheStatus.REQUEST : CacheStatus.STALE;
    }
    return variants == null ? CacheStatus.URI_MISS : CacheStatus.VARY_MISS;
  }

  /** Whether the whole is asked for. To fetch it for the sake of a part or a head may cost much. */
  private boolean isWhole() {
    return !isHead() && call.head().header("range") == null;
  }

  /**
   * What is fetched: equal for requests that the response may be good for, as far as is known.
   * Those who show who they are may get what is for them only, so that nobody else waits for it.
   */
  private String what(@Nullable Variants variants) {
    String varied = variants == null ? "" : variants.latest().cached().variationOf(call.head());
    boolean known =
        call.head().header("authorization") != null || call.head().header("cookie") != null;
    return key.text() + '\n' + policy.zone() + (known ? "\nknown\n" : "\n") + varied;
  }

  private void lead(Flight flight, @Nullable StoredResponse known) {
    Variants variants = cache.find(key);
    StoredResponse stored = variants == null ? null : variants.find(policy, call.head());
    if (stored != null && !stored.equals(known) && isAnsweredWith(stored)) {
      flight.land(new Landing.Kept()); // somebody was faster, between the look and the lead
    } else {
      fetch(flight, stored);
    }
  }

  private void fetch(Flight flight, @Nullable StoredResponse stored) {
    Fill started = new Fill(upstreams, policy, flight, call, stored, this);
    fill = started;
    started.start();
  }

  /** Fetches a new one for those who come later. */
  private void refresh(StoredResponse stored) {
    String what = what(cache.find(key));
    Flight flight = cache.flights().isRefreshPaused(what) ? null : cache.flights().lead(what, key);
    if (flight != null) {
      new Fill(upstreams, policy, flight, call, stored, null).start();
    }
  }

  private void await(Flight flight) {
    awaited = flight;
    if (patience == null) {
      Timer bound =
          new Timer() {
            @Override
            protected void expired() {
              goAlone();
            }
          };
      patience = bound;
      upstreams.timers().set(bound, policy.longestWait().toNanos());
    }
  }

  /** It takes too long: who comes next asks anew, and this client waits no longer. */
  private void goAlone() {
    Flight slow = awaited;
    if (slow == null) {
      return;
    }
    slow.leave(this);
    cache.flights().forget(slow);
    goDirect(why);
  }

  private void resume(Landing landing) {
    if (awaited == null) {
      return;
    }
    awaited = null;
    rounds++;
    switch (landing) {
      case Landing.Kept _, Landing.GivenUp _ -> again();
      case Landing.NotKept _ -> goDirect(why);
      case Landing.Failed(var failure) -> failed(failure);
    }
    listener.flush();
  }

  private void again() {
    if (rounds > MOST_ROUNDS) {
      goDirect(why);
    } else {
      start();
    }
  }

  /** One more tries; when that fails, too, all hear of it. */
  private void failed(UpstreamFailure failure) {
    Variants variants = cache.find(key);
    StoredResponse stored = variants == null ? null : variants.find(policy, call.head());
    if (stored != null && isAnsweredDespite(stored)) {
      return;
    }
    if (rounds < MOST_ROUNDS) {
      start();
    } else {
      settle();
      listener.failed(failure);
    }
  }

  /** Asks the upstream for this client alone, with its request as it came. */
  private void goDirect(Header status) {
    settle();
    listener.add(status);
    UpstreamExchange opened = upstreams.below().open(call, listener);
    direct = opened;
    if (!readWanted) {
      opened.read(false);
    }
    if (requestEnded) {
      opened.end(trailers);
      opened.flush();
    }
  }
}
