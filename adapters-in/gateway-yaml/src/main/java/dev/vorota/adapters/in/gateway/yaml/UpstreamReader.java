package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Upstream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one upstream. */
final class UpstreamReader {

  private final Attempt attempt;
  private final BalanceReader balance;
  private final DiscoveryReader discovery;
  private final HealthReader health;
  private final OutlierReader outliers;

  UpstreamReader(Problems problems) {
    this.attempt = new Attempt(problems);
    this.balance = new BalanceReader(problems);
    this.discovery = new DiscoveryReader(problems);
    this.health = new HealthReader(problems);
    this.outliers = new OutlierReader(problems);
  }

  /** The upstream, or null where something about it is wrong. */
  @Nullable Upstream read(Given.Name declared) {
    if (!(declared.value() instanceof Fields upstream)) {
      return null;
    }
    List<Member> members = new ArrayList<>();
    for (Given given : upstream.items("endpoints")) {
      Member member = member(given);
      if (member != null) {
        members.add(member);
      }
    }
    Discovery found = discovery.read(upstream.section("dns"));
    HealthPolicy watched =
        new HealthPolicy(
            health.read(upstream.section("health")), outliers.read(upstream.any("outliers")));
    return members.isEmpty()
        ? null
        : new Upstream(
            declared.name(),
            members,
            found,
            balance.read(upstream, members),
            watched,
            retryBudget(upstream.section("retry_budget")),
            ConcurrencyReader.read(upstream.section("concurrency")));
  }

  private @Nullable Member member(Given given) {
    if (given instanceof Given.Text url) {
      Endpoint endpoint = attempt.of(url, EndpointText::parse);
      return endpoint == null ? null : Member.of(endpoint);
    }
    if (!(given instanceof Fields fields)) {
      return null;
    }
    Endpoint endpoint = attempt.of(fields.text("url"), EndpointText::parse);
    Given.Whole weight = fields.whole("weight");
    return endpoint == null || weight == null ? null : new Member(endpoint, (int) weight.value());
  }

  private static RetryBudgetPolicy retryBudget(@Nullable Fields budget) {
    if (budget == null) {
      return RetryBudgetPolicy.DEFAULTS;
    }
    Given.Whole percent = budget.whole("percent");
    Given.Whole perSecond = budget.whole("per_second");
    return percent == null || perSecond == null
        ? RetryBudgetPolicy.DEFAULTS
        : new RetryBudgetPolicy((int) percent.value(), (int) perSecond.value());
  }
}
