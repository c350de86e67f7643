package dev.vorota.adapters.out.upstream.dns;

import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Discovery.Family;
import dev.vorota.gateway.upstream.LiveUpstream;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of one endpoint that is a name. Where they fail, the addresses that were known last
 * stay, and that is said once. Confined to the event loop of its resolver.
 */
final class NameLookup {

  private static final Logger LOG = System.getLogger("dev.vorota.gateway.dns");

  private final LiveUpstream upstream;
  private final Member member;
  private final DnsNameResolver resolver;
  private final LongSupplier nanoClock;
  private final List<DnsRecordType> types;
  private final Addresses addresses = new Addresses();
  private boolean running;
  private boolean failing;
  private long dueNanos;

  NameLookup(
      LiveUpstream upstream, Member member, DnsNameResolver resolver, LongSupplier nanoClock) {
    this.upstream = upstream;
    this.member = member;
    this.resolver = resolver;
    this.nanoClock = nanoClock;
    this.types = types(discovery().family());
    this.dueNanos = nanoClock.getAsLong();
  }

  void lookUpWhenDue() {
    if (!running && nanoClock.getAsLong() - dueNanos >= 0) {
      running = true;
      addresses.begin();
      ask(0);
    }
  }

  /** Asks for one type of address after the other. */
  private void ask(int which) {
    if (which == types.size()) {
      settle();
      return;
    }
    DnsRecordType type = types.get(which);
    resolver
        .resolveAll(new DefaultDnsQuestion(member.endpoint().host(), type))
        .addListener(
            (Future<List<DnsRecord>> answer) -> {
              addresses.learn(type, answer);
              ask(which + 1);
            });
  }

  private void settle() {
    running = false;
    addresses.end();
    List<String> all = addresses.all();
    String failure = addresses.failure();
    if (failure == null) {
      upstream.servedAt(member, all);
    }
    dueNanos =
        nanoClock.getAsLong()
            + discovery().againNanos(failure == null ? addresses.ttlSeconds() : 0);
    report(failure, all);
  }

  private void report(@Nullable String failure, List<String> all) {
    if (failure != null && !failing) {
      LOG.log(
          Level.WARNING,
          "The name {0} of upstream {1} can not be looked up, so {2}: {3}",
          member.endpoint().host(),
          upstream.declared().name(),
          all.isEmpty() ? "nothing is known of it" : all + " stay",
          failure);
    } else if (failure == null && failing) {
      LOG.log(Level.INFO, "The name {0} stands for {1} again", member.endpoint().host(), all);
    }
    failing = failure != null;
  }

  private Discovery discovery() {
    return upstream.declared().discovery();
  }

  private static List<DnsRecordType> types(Family family) {
    List<DnsRecordType> types = new ArrayList<>();
    if (family != Family.IPV6) {
      types.add(DnsRecordType.A);
    }
    if (family == Family.IPV6 || (family == Family.ANY && OwnAddresses.haveIpV6())) {
      types.add(DnsRecordType.AAAA);
    }
    return types;
  }
}
