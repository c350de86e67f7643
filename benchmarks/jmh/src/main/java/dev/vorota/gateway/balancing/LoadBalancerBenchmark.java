package dev.vorota.gateway.balancing;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.routing.Arriving;
import dev.vorota.wire.head.SampleHeads;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Choosing an endpoint among few and among many: alike or of unlike weights, a tenth of them
 * warming up or none, and by a cookie that names none of them, so that all are looked at.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadBalancerBenchmark {

  private static final SlowStart SLOW_START = new SlowStart(Duration.ofSeconds(30));
  private static final long NOW = Duration.ofHours(1).toNanos();

  @Param({"10", "1000"})
  private int endpoints;

  @Param({
    "round_robin",
    "weighted",
    "power_of_two",
    "power_of_two_unlike",
    "power_of_two_warming",
    "least_request",
    "hash",
    "hash_unlike",
    "sticky"
  })
  private String strategy = "";

  private LoadBalancer balancer = new RoundRobinLoadBalancer(0);
  private Candidate[] from = {};
  private Arrival arrival = new Arriving(SampleHeads.request(), "/service/17/messages");

  @Setup
  public void declareEndpoints() {
    from = new Candidate[endpoints];
    for (int i = 0; i < endpoints; i++) {
      int weight = strategy.endsWith("_unlike") ? 1 + i % 7 : 1;
      Endpoint endpoint = new Endpoint("10.0." + i / 250 + "." + i % 250, 8080);
      long since = i % 10 == 0 ? NOW - SLOW_START.over().toNanos() / 2 : 0;
      from[i] = new Candidate(new EndpointHealth(new Member(endpoint, weight), () -> since));
    }
    balancer = declared().strategy(new SplittableRandom(1), () -> NOW);
  }

  @Benchmark
  public Candidate choose() {
    return balancer.choose(from, arrival);
  }

  private Balancing declared() {
    return switch (strategy) {
      case "round_robin" -> new Balancing.RoundRobin();
      case "weighted" -> new Balancing.Weighted(SlowStart.NONE);
      case "power_of_two", "power_of_two_unlike" -> new Balancing.PowerOfTwo(SlowStart.NONE);
      case "power_of_two_warming" -> new Balancing.PowerOfTwo(SLOW_START);
      case "least_request" -> new Balancing.LeastRequest(SlowStart.NONE);
      case "hash", "hash_unlike" ->
          new Balancing.Hash(new HashKey.Path(), Balancing.Hash.USUAL_LOAD, Balancing.usual());
      case "sticky" ->
          new Balancing.Sticky(new StickyCookie("session", "/", null, false), Balancing.usual());
      default -> throw new IllegalArgumentException("Expected a strategy: " + strategy + ".");
    };
  }
}
