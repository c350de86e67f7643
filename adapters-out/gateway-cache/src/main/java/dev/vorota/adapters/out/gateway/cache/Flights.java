package dev.vorota.adapters.out.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vorota.gateway.cache.ResourceKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The fetches that are under way, so that equal requests make one. Safe from every thread. */
final class Flights {

  /** For how long it is known that waiting for somebody else's response is of no use. */
  private static final Duration FUTILE_FOR = Duration.ofSeconds(10);

  private static final int MOST_FUTILE = 10_000;
  private static final String REFRESH = "\nrefresh";

  private final Map<String, Flight> joinable = new ConcurrentHashMap<>();
  private final Set<Flight> all = ConcurrentHashMap.newKeySet();
  private final Cache<String, Boolean> futile =
      Caffeine.newBuilder()
          .maximumSize(MOST_FUTILE)
          .expireAfterWrite(FUTILE_FOR)
          .executor(Runnable::run)
          .build();

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Waits for the fetch that is under way, or begins one.
   *
   * @return the fetch; the passenger has to make it where it is its leader
   */
  Flight join(String what, ResourceKey resource, Flight.Passenger passenger) {
    while (true) {
      Flight fresh = new Flight(this, what, resource, passenger);
      Flight known = joinable.putIfAbsent(what, fresh);
      if (known == null) {
        all.add(fresh);
        return fresh;
      }
      if (known.join(passenger)) {
        return known;
      }
      joinable.remove(what, known); // it has just landed
    }
  }

  /** Begins a fetch where none is under way; returns null where there is one. */
  @Nullable Flight lead(String what, ResourceKey resource) {
    Flight fresh = new Flight(this, what, resource, null);
    if (joinable.putIfAbsent(what, fresh) != null) {
      return null;
    }
    all.add(fresh);
    return fresh;
  }

  /** Begins a fetch that nobody waits for. */
  Flight alone(String what, ResourceKey resource) {
    Flight fresh = new Flight(this, what, resource, null);
    all.add(fresh);
    return fresh;
  }

  /** Nobody waits for this one any more; it takes too long. */
  void forget(Flight slow) {
    joinable.remove(slow.what(), slow);
  }

  /** Remembers for a while whether it is of use to wait for others. */
  void waitingHelps(String what, boolean helps) {
    if (helps) {
      futile.invalidate(what);
    } else {
      futile.put(what, true);
    }
  }

  boolean isWaitingFutile(String what) {
    return futile.getIfPresent(what) != null;
  }

  /** Remembers for a while that a new response can't be had in the background. */
  void pauseRefresh(String what) {
    futile.put(what + REFRESH, true);
  }

  boolean isRefreshPaused(String what) {
    return futile.getIfPresent(what + REFRESH) != null;
  }

  /** What is on its way of this resource must not be kept. */
  void outdate(ResourceKey resource) {
    for (Flight each : all) {
      if (each.resource().equals(resource)) {
        each.outdate();
      }
    }
  }

  void remove(Flight landed) {
    all.remove(landed);
    joinable.remove(landed.what(), landed);
  }
}
