package dev.vorota.app.gateway;

import dev.vorota.adapters.out.gateway.cache.ResponseCache;
import dev.vorota.adapters.out.gateway.memory.InMemoryRateLimiter;
import dev.vorota.adapters.out.gateway.metrics.MeteringRecorder;
import dev.vorota.application.gateway.Corridor;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.record.ExchangeRecorder;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.upstream.LiveUpstreams;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** Makes the parts of the gateway from its settings and its configuration. */
@Dependent
final class GatewayBeans {

  @Produces
  @Singleton
  InMemoryRateLimiter limiter() {
    return new InMemoryRateLimiter(InMemoryRateLimiter.DEFAULT_MAX_BUCKETS, System::nanoTime);
  }

  @Produces
  @Singleton
  GatewayConfig config() {
    return StartConfig.get();
  }

  @Produces
  @Singleton
  @Typed(Tokens.class)
  Tokens tokens(GatewayConfig config) {
    return Tokens.of(config.tokens());
  }

  void close(@Disposes Tokens tokens) {
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
  CircuitBreakers breakers() {
    return new CircuitBreakers(System::nanoTime);
  }

  @Produces
  @Singleton
  LiveUpstreams upstreams() {
    return new LiveUpstreams(System::nanoTime);
  }

  @Produces
  @Singleton
  @Typed(ResponseCache.class)
  ResponseCache cache(GatewayConfig config) {
    return new ResponseCache(config.cache(), System::currentTimeMillis);
  }

  void close(@Disposes ResponseCache cache) {
    cache.close();
  }

  @Produces
  @Singleton
  Corridor corridor(GatewayConfig config, Tokens tokens, InMemoryRateLimiter limiter) {
    return Corridor.of(() -> config, tokens, limiter);
  }
}
