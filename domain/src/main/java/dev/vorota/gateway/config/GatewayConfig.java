package dev.vorota.gateway.config;

import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.routing.RouteTable;
import dev.vorota.gateway.upstream.Upstream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is declared of the gateway's traffic.
 *
 * @param trustedProxies the peers whose {@code X-Forwarded-For} counts
 * @param tokens who issues the tokens, or null where no route asks for one
 * @param anonymousLimit what a client may ask for with requests that are refused, or null where
 *     that is not limited
 * @param upstreams the services behind the gateway, in the order in which they were declared
 * @param cache how much all kept responses may take
 * @param routes what is done with which requests
 */
public record GatewayConfig(
    TrustedProxies trustedProxies,
    @Nullable TokenIssuer tokens,
    @Nullable RateLimit anonymousLimit,
    List<Upstream> upstreams,
    CacheLimits cache,
    RouteTable routes) {

  public GatewayConfig {
    upstreams = List.copyOf(upstreams);
  }
}
