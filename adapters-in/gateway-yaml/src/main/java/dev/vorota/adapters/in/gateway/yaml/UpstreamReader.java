package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TransportPolicy;
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
  private final Problems problems;
  private final TransportReader transport;

  /**
   * @param files reads what certificates are in
   */
  UpstreamReader(SmallFiles files, Problems problems) {
    this.attempt = new Attempt(problems);
    this.balance = new BalanceReader(problems);
    this.discovery = new DiscoveryReader(problems);
    this.health = new HealthReader(problems);
    this.outliers = new OutlierReader(problems);
    this.problems = problems;
    this.transport = new TransportReader(files, problems);
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
    TransportPolicy spoken = transport.read(upstream, isSecure(upstream));
    requireCheckable(upstream.section("health"), watched, spoken);
    return members.isEmpty()
        ? null
        : new Upstream(
            declared.name(),
            members,
            found,
            balance.read(upstream, members),
            watched,
            retryBudget(upstream.section("retry_budget")),
            ConcurrencyReader.read(upstream.section("concurrency")),
            spoken);
  }

  /** Checks speak HTTP/1.1 without TLS. */
  private void requireCheckable(
      @Nullable Fields health, HealthPolicy watched, TransportPolicy spoken) {
    CheckPolicy checks = watched.checks();
    boolean plain = spoken.tls() == null && spoken.protocol() == Protocol.HTTP1;
    if (health != null && checks != null && checks.question() instanceof Question.Http && !plain) {
      problems.add(
          health.spot().key("check", health.spot().place()),
          "expected tcp: checks speak HTTP/1.1 without TLS, and the endpoints do not");
    }
  }

  /** Whether the endpoints are https: all of them, or none. */
  private boolean isSecure(Fields upstream) {
    Boolean secure = null;
    for (Given given : upstream.items("endpoints")) {
      Given.Text url = given instanceof Fields fields ? fields.text("url") : (Given.Text) given;
      if (url == null) {
        continue;
      }
      boolean its = EndpointText.isSecure(url.text());
      if (secure != null && its != secure) {
        url.refuse(
            problems, "expected " + (secure ? "https" : "http") + " like the first endpoint");
      }
      secure = secure == null ? its : secure;
    }
    return secure != null && secure;
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
