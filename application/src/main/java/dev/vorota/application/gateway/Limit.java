package dev.vorota.application.gateway;

import dev.vorota.gateway.access.ClientAddress;
import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.Decision;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.ratelimit.RateLimitFields;
import dev.vorota.gateway.ratelimit.RateLimiter;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a permit from the bucket that the route names. A request that is refused for another reason
 * draws from the anonymous bucket of its address.
 */
final class Limit implements Step {

  private final RateLimiter limiter;

  Limit(RateLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public Outcome take(Exchange exchange) {
    Response refusal = exchange.refusal();
    Decision decision = refusal == null ? granted(exchange) : guessed(exchange);
    if (decision != null) {
      addFields(exchange.responseHeaders(), decision);
      if (!decision.allowed()) {
        exchange.limitedBy(decision.limit().name());
        return new Outcome.Answer(tooMany(decision));
      }
    }
    return refusal == null ? Outcome.Pass.PASS : new Outcome.Answer(refusal);
  }

  private static void addFields(List<Header> fields, Decision decision) {
    fields.add(new Header(RateLimitFields.POLICY_NAME, RateLimitFields.policy(decision.limit())));
    fields.add(new Header(RateLimitFields.STATE_NAME, RateLimitFields.state(decision)));
  }

  /** Draws for a request that may pass, where its route has a limit. */
  private @Nullable Decision granted(Exchange exchange) {
    LimitProfile profile = exchange.entry().route().limits();
    if (profile == null) {
      return null;
    }
    Principal principal = exchange.principal();
    String key =
        profile.key() == LimitProfile.Key.PRINCIPAL && principal != null
            ? principal.id()
            : ClientAddress.limitKey(exchange.client());
    return limiter.acquire(profile.limit(), key);
  }

  /** Draws for a request that is refused: somebody may be guessing tokens. */
  private @Nullable Decision guessed(Exchange exchange) {
    RateLimit limit = exchange.config().anonymousLimit();
    return limit == null ? null : limiter.acquire(limit, ClientAddress.limitKey(exchange.client()));
  }

  private static Response tooMany(Decision decision) {
    RateLimit limit = decision.limit();
    String seconds = RateLimitFields.retryAfter(decision);
    return Response.of(
        Problem.of(
            "too-many-requests",
            429,
            "Too many requests",
            "The limit %s allows %d requests/s with a burst of %d. Try again in %s s."
                .formatted(limit.name(), limit.permitsPerSecond(), limit.burst(), seconds)),
        new Header(RateLimitFields.RETRY_AFTER_NAME, seconds));
  }
}
