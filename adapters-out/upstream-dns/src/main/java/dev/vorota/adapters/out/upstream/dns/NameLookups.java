package dev.vorota.adapters.out.upstream.dns;

import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps the addresses of all endpoints fresh that are declared by a name: each is looked up when
 * the answer that was had before has run out. No request waits for it. {@code localhost} stays as
 * it is: this host knows best how it is reached. Everything happens on one event loop, without
 * blocking it.
 */
public final class NameLookups implements AutoCloseable {

  private static final Logger LOG = System.getLogger("dev.vorota.gateway.dns");
  private static final long TICK_MILLIS = 100;

  private final LiveUpstreams upstreams;
  private final LongSupplier nanoClock;
  private final Resolvers resolvers;
  private final Map<Name, NameLookup> lookups = new HashMap<>();
  private final Future<?> ticks;
  private List<LiveUpstream> watched = List.of();

  /** An endpoint that is a name. */
  private record Name(LiveUpstream upstream, Member member) {}

  private NameLookups(LiveUpstreams upstreams, EventLoop loop, Resolvers resolvers) {
    this.upstreams = upstreams;
    this.nanoClock = upstreams.nanoClock();
    this.resolvers = resolvers;
    watch(upstreams.all()); // here, since the first client of DNS takes long to make
    this.ticks = loop.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins.
   *
   * @param loop does the work
   * @param resolvers ask the servers
   */
  public static NameLookups start(LiveUpstreams upstreams, EventLoop loop, Resolvers resolvers) {
    return new NameLookups(upstreams, loop, resolvers);
  }

  /** Begins no more lookups. */
  @Override
  public void close() {
    ticks.cancel(false);
    resolvers.close();
  }

  /** A task that throws would not be run again. */
  private void tick() {
    try {
      watch(upstreams.all());
      lookups.values().forEach(NameLookup::lookUpWhenDue);
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "Looking names up failed; it goes on", fault);
    }
  }

  private void watch(List<LiveUpstream> all) {
    if (all.equals(watched)) {
      return;
    }
    watched = all;
    Set<Name> present = new HashSet<>();
    for (LiveUpstream upstream : all) {
      for (Member member : upstream.declared().members()) {
        if (isName(member.endpoint().host())) {
          present.add(new Name(upstream, member));
        }
      }
    }
    lookups.keySet().retainAll(present);
    present.forEach(name -> lookups.computeIfAbsent(name, this::begin));
  }

  private NameLookup begin(Name name) {
    return new NameLookup(
        name.upstream(),
        name.member(),
        resolvers.of(name.upstream().declared().discovery()),
        nanoClock);
  }

  private static boolean isName(String host) {
    return !host.equalsIgnoreCase("localhost")
        && !NetUtil.isValidIpV4Address(host)
        && !NetUtil.isValidIpV6Address(host);
  }
}
