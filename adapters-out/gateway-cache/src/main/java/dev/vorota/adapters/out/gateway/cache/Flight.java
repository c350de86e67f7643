package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fetch that is under way, and who waits for it. Safe to use from every thread. */
final class Flight {

  /** Somebody who waits. */
  interface Passenger {

    /** Tells, on any thread, what became of the fetch. */
    void landed(Landing landing);
  }

  private final Flights flights;
  private final String what;
  private final ResourceKey resource;
  private final @Nullable Passenger leader;
  private final List<Passenger> passengers = new ArrayList<>();
  private boolean landed;
  private volatile boolean outdated;

  /**
   * @param what is fetched: equal for requests that one response may be good for
   * @param leader for whom it is made, or null
   */
  Flight(Flights flights, String what, ResourceKey resource, @Nullable Passenger leader) {
    this.flights = flights;
    this.what = what;
    this.resource = resource;
    this.leader = leader;
  }

  /** Whether this one has to make the fetch. */
  boolean isLedBy(Passenger passenger) {
    return leader == passenger;
  }

  String what() {
    return what;
  }

  ResourceKey resource() {
    return resource;
  }

  /** Whether the resource has changed since, so that what comes must not be kept. */
  boolean isOutdated() {
    return outdated;
  }

  void outdate() {
    outdated = true;
  }

  /** Waits for it. Returns whether there is still something to wait for. */
  synchronized boolean join(Passenger passenger) {
    return !landed && passengers.add(passenger);
  }

  synchronized void leave(Passenger passenger) {
    passengers.remove(passenger);
  }

  synchronized boolean isAwaited() {
    return !passengers.isEmpty();
  }

  /** It is over; tells all who wait. Does nothing the second time. */
  void land(Landing landing) {
    List<Passenger> waiting;
    synchronized (this) {
      if (landed) {
        return;
      }
      landed = true;
      waiting = List.copyOf(passengers);
      passengers.clear();
    }
    flights.remove(this);
    for (Passenger each : waiting) {
      each.landed(landing);
    }
  }
}
