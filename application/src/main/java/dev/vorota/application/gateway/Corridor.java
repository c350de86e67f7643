package dev.vorota.application.gateway;

import dev.vorota.gateway.access.TokenVerifier;
import dev.vorota.gateway.config.ConfigRepository;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimiter;
import dev.vorota.problem.Problem;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The way of every request through the gateway, up to its answer or the upstream that is to give
 * it. Safe to call from every event loop.
 */
public final class Corridor {

  /** No step breaks its promise; should one, its client is not left without an answer. */
  private static final Outcome FAILED =
      new Outcome.Answer(
          Response.of(
              Problem.of(
                  "internal-error",
                  500,
                  "The gateway failed",
                  "The gateway failed on this request. Try again soon.")));

  private final ConfigRepository config;
  private final List<Step> steps;

  private Corridor(ConfigRepository config, List<Step> steps) {
    this.config = config;
    this.steps = steps;
  }

  public static Corridor of(ConfigRepository config, TokenVerifier tokens, RateLimiter limiter) {
    return new Corridor(
        config,
        List.of(new Guard(), new Match(), new Authenticate(tokens), new Limit(limiter), new Act()));
  }

  /**
   * Takes an exchange through the steps.
   *
   * @param loop runs what comes after a step that had to wait
   * @param end takes the outcome, an answer or an upstream: at once, or later on the loop
   */
  public void walk(Exchange exchange, Executor loop, Consumer<Outcome> end) {
    exchange.config(config.current());
    walk(exchange, 0, loop, end);
  }

  private void walk(Exchange exchange, int from, Executor loop, Consumer<Outcome> end) {
    for (int i = from; i < steps.size(); i++) {
      Outcome outcome = steps.get(i).take(exchange);
      if (!proceeds(outcome, exchange, i + 1, loop, end)) {
        return;
      }
    }
    throw new IllegalStateException("the last step must answer or forward.");
  }

  private boolean proceeds(
      Outcome outcome, Exchange exchange, int next, Executor loop, Consumer<Outcome> end) {
    switch (outcome) {
      case Outcome.Pass _ -> {
        return true;
      }
      case Outcome.Wait(var later) ->
          later.whenCompleteAsync(
              (result, failure) -> {
                if (failure != null) {
                  end.accept(FAILED);
                } else if (proceeds(result.get(), exchange, next, loop, end)) {
                  walk(exchange, next, loop, end);
                }
              },
              loop);
      case Outcome.Answer _, Outcome.Forward _ -> end.accept(outcome);
    }
    return false;
  }
}
