package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.balancing.HashKey;
import dev.vorota.gateway.balancing.SlowStart;
import dev.vorota.gateway.balancing.StickyCookie;
import dev.vorota.gateway.endpoint.Member;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes how the endpoints of an upstream share its requests. */
final class BalanceReader {

  private final Problems problems;

  BalanceReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What is declared, or what is usual where that is nothing of use.
   *
   * @param members the endpoints that are declared beside it
   */
  Balancing read(Fields upstream, List<Member> members) {
    Given given = upstream.any("balance");
    SlowStart slowStart =
        upstream.any("slow_start") instanceof Given.Time time
            ? new SlowStart(time.value())
            : SlowStart.NONE;
    Balancing balancing = balancing(given, slowStart);
    if (balancing == null) {
      return Balancing.usual();
    }
    if (slowStart.isOn() && !balancing.startsSlowly()) {
      refuseSlowStart(upstream, slowStart);
    }
    if (given != null && !balancing.knowsWeights() && haveWeights(members)) {
      problems.add(
          given.spot(),
          BalanceShape.ROUND_ROBIN,
          "expected what goes by the weights of the endpoints: weighted, power_of_two or"
              + " least_request");
    }
    return balancing;
  }

  private static @Nullable Balancing balancing(@Nullable Given given, SlowStart slowStart) {
    return switch (given) {
      case null -> new Balancing.PowerOfTwo(slowStart);
      case Given.Text name -> named(name, slowStart);
      case Fields balance -> sectional(balance, slowStart);
      default -> null;
    };
  }

  private static @Nullable Balancing sectional(Fields balance, SlowStart slowStart) {
    Fields hash = balance.section("hash");
    Fields sticky = balance.section("sticky");
    if (hash != null) {
      return hash(hash);
    }
    return sticky == null ? null : sticky(sticky, slowStart);
  }

  private static @Nullable Balancing named(Given.@Nullable Text name, SlowStart slowStart) {
    return switch (name == null ? "" : name.text()) {
      case BalanceShape.ROUND_ROBIN -> new Balancing.RoundRobin();
      case BalanceShape.WEIGHTED -> new Balancing.Weighted(slowStart);
      case BalanceShape.POWER_OF_TWO -> new Balancing.PowerOfTwo(slowStart);
      case BalanceShape.LEAST_REQUEST -> new Balancing.LeastRequest(slowStart);
      default -> null;
    };
  }

  private static @Nullable Balancing hash(Fields hash) {
    HashKey key = key(hash);
    Given.Whole mostLoad = hash.whole("most_load");
    Balancing otherwise = named(hash.text("otherwise"), SlowStart.NONE);
    return key == null || mostLoad == null || otherwise == null
        ? null
        : new Balancing.Hash(key, (int) mostLoad.value(), otherwise);
  }

  private static @Nullable HashKey key(Fields hash) {
    Given.Text header = hash.text("header");
    Given.Text cookie = hash.text("cookie");
    Given.Text query = hash.text("query");
    Given.Text by = hash.text("by");
    if (header != null) {
      return new HashKey.Header(header.text().toLowerCase(Locale.ROOT));
    }
    if (cookie != null) {
      return new HashKey.Cookie(cookie.text());
    }
    if (query != null) {
      return new HashKey.Query(query.text());
    }
    if (by == null) {
      return null;
    }
    return by.text().equals(BalanceShape.CLIENT) ? new HashKey.Client() : new HashKey.Path();
  }

  private static @Nullable Balancing sticky(Fields sticky, SlowStart slowStart) {
    Given.Text name = sticky.text("cookie");
    Given.Text path = sticky.text("path");
    Balancing over = named(sticky.text("over"), slowStart);
    return name == null || path == null || over == null
        ? null
        : new Balancing.Sticky(
            new StickyCookie(
                name.text(), path.text(), sticky.time("max_age"), sticky.flag("secure")),
            over);
  }

  private void refuseSlowStart(Fields upstream, SlowStart slowStart) {
    Given given = upstream.any("slow_start");
    if (given != null) {
      problems.add(
          given.spot(),
          Times.text(slowStart.over()),
          "expected a balance that can start slowly: weighted, power_of_two or least_request");
    }
  }

  private static boolean haveWeights(List<Member> members) {
    return members.stream().mapToInt(Member::weight).distinct().count() > 1;
  }
}
