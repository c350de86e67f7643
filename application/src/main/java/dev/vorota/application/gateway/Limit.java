package dev.vorota.application.gateway;

import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.Decision;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.ratelimit.RateLimiter;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.problem.Problem;
import java.util.Objects;

/**
 * Takes a permit from the bucket that the route names. A request that is refused for another reason
 * draws from the anonymous bucket of its address.
 */
final class Limit implements Step {

  private final RateLimiter limiter;
  private final RateLimit anonymousLimit;

  Limit(RateLimiter limiter, RateLimit anonymousLimit) {
    this.limiter = limiter;
    this.anonymousLimit = anonymousLimit;
  }

  @Override
  public Outcome take(Exchange exchange) {
    Decision decision = decide(exchange);
    exchange.responseHeaders().addAll(RateLimitFields.of(decision));
    Response refusal = exchange.refusal();
    if (!decision.allowed()) {
      exchange.limitedBy(decision.limit().name());
      return new Outcome.Answer(tooMany(decision));
    }
    return refusal == null ? Outcome.Pass.PASS : new Outcome.Answer(refusal);
  }

  private Decision decide(Exchange exchange) {
    Principal principal = exchange.principal();
    if (exchange.refusal() != null) {
      return limiter.acquire(anonymousLimit, ClientKey.of(exchange.client()));
    }
    LimitProfile profile = Objects.requireNonNull(exchange.route()).limits();
    boolean byPrincipal = profile.key() == LimitProfile.Key.PRINCIPAL && principal != null;
    return limiter.acquire(
        profile.limit(), byPrincipal ? principal.id() : ClientKey.of(exchange.client()));
  }

  private static Response tooMany(Decision decision) {
    RateLimit limit = decision.limit();
    String seconds = RateLimitFields.retryAfterSeconds(decision);
    return Response.of(
        Problem.of(
            "too-many-requests",
            429,
            "Too many requests",
            "The limit %s allows %d requests/s with a burst of %d. Try again in %s s."
                .formatted(limit.name(), limit.permitsPerSecond(), limit.burst(), seconds)),
        new Header("retry-after", seconds));
  }
}
