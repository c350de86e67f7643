package dev.vorota.app.gateway;

import dev.vorota.adapters.out.gateway.jwt.JwksSettings;
import dev.vorota.adapters.out.gateway.jwt.JwtTokenVerifier;
import dev.vorota.adapters.out.gateway.jwt.TokenRules;
import dev.vorota.adapters.out.gateway.memory.InMemoryRateLimiter;
import dev.vorota.adapters.out.gateway.metrics.MeteringRecorder;
import dev.vorota.application.gateway.Corridor;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.record.ExchangeRecorder;
import dev.vorota.gateway.upstream.Endpoint;
import dev.vorota.gateway.upstream.RoundRobinLoadBalancer;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.web.WebPages;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the parts of the gateway from its settings. */
@Dependent
final class GatewayBeans {

  private static final String JWKS_PATH = "/.well-known/jwks.json";

  @Produces
  @Singleton
  InMemoryRateLimiter limiter() {
    return new InMemoryRateLimiter(InMemoryRateLimiter.DEFAULT_MAX_BUCKETS, System::nanoTime);
  }

  @Produces
  @Singleton
  JwtTokenVerifier tokens(GatewaySettings settings) {
    return new JwtTokenVerifier(
        TokenRules.of(settings.tokenIssuer()),
        JwksSettings.of(settings.chatUrl().resolve(JWKS_PATH)),
        Clock.systemUTC());
  }

  void close(@Disposes JwtTokenVerifier tokens) {
    tokens.close();
  }

  @Produces
  @Singleton
  @Typed(AccessLog.class)
  AccessLog accessLog(GatewaySettings settings) {
    return AccessLog.open(settings.accessLog());
  }

  void close(@Disposes AccessLog log) {
    log.close();
  }

  @Produces
  @Singleton
  ExchangeRecorder recorder(MeterRegistry meters, AccessLog log) {
    ExchangeRecorder metering = new MeteringRecorder(meters, MeteringRecorder.DEFAULT_MAX_USERS);
    return exchange -> {
      metering.record(exchange);
      log.record(exchange);
    };
  }

  @Produces
  @Singleton
  TrustedProxies trustedProxies(GatewaySettings settings) {
    return TrustedProxies.of(settings.trustedProxies().orElse(List.of()));
  }

  @Produces
  @Singleton
  Corridor corridor(
      GatewaySettings settings,
      TrustedProxies trustedProxies,
      JwtTokenVerifier tokens,
      InMemoryRateLimiter limiter,
      @ConfigProperty(name = "quarkus.http.host") String managementHost,
      @ConfigProperty(name = "quarkus.http.port") int managementPort) {
    Upstream chat = new Upstream("chat", List.of(endpoint(settings.chatUrl())));
    Upstream management =
        new Upstream("management", List.of(new Endpoint(managementHost, managementPort)));
    GatewayConfig config =
        new GatewayConfig(
            trustedProxies,
            null,
            ChatRoutes.anonymous(settings.limits()),
            List.of(chat, management),
            ChatRoutes.of(settings.limits(), chat, management, WebPages.load()));
    return Corridor.of(() -> config, tokens, limiter, new RoundRobinLoadBalancer());
  }

  private static Endpoint endpoint(URI url) {
    if (!"http".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("CHAT_URL must be http://host:port: " + url + ".");
    }
    return new Endpoint(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
  }
}
