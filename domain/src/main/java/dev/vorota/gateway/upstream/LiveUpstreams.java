package dev.vorota.gateway.upstream;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The services behind the gateway as they have come to be known. Safe to call from every thread.
 */
public final class LiveUpstreams {

  private final Map<String, LiveUpstream> byName = new ConcurrentHashMap<>();

  /** What is known of an upstream; from here on it is watched. */
  public LiveUpstream of(Upstream upstream) {
    return byName.compute(
        upstream.name(),
        (_, known) ->
            known != null && known.declared().equals(upstream)
                ? known
                : new LiveUpstream(upstream));
  }

  /** All that were asked for. */
  public Collection<LiveUpstream> all() {
    return byName.values();
  }
}
