package dev.vorota.gateway.upstream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The services behind the gateway as they have come to be known. Safe to call from every thread.
 */
public final class LiveUpstreams {

  private final LongSupplier nanoClock;
  private final Map<Upstream, LiveUpstream> known = new ConcurrentHashMap<>();

  public LiveUpstreams(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** The clock of all times that are told here. */
  public LongSupplier nanoClock() {
    return nanoClock;
  }

  /** What is known of an upstream; from here on it is watched. */
  public LiveUpstream of(Upstream upstream) {
    return known.computeIfAbsent(upstream, declared -> new LiveUpstream(declared, nanoClock));
  }

  /** From here on these are watched, and no others. What is known of those that stay is kept. */
  public void watchOnly(Collection<Upstream> upstreams) {
    known.keySet().retainAll(Set.copyOf(upstreams));
    upstreams.forEach(this::of);
  }

  /** All that are watched. */
  public List<LiveUpstream> all() {
    return List.copyOf(known.values());
  }

  /** Does what is due; to be called about once a second. */
  public void sweep() {
    known.values().forEach(LiveUpstream::sweep);
  }
}
