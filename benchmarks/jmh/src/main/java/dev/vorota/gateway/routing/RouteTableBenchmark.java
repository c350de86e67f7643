package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.wire.head.SampleHeads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Finding the route of a request among few and among many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouteTableBenchmark {

  @Param({"10", "1000", "10000"})
  private int routes;

  private RouteTable table = RouteTable.of(List.of());
  private Arrival arrival = new Arriving(SampleHeads.request(), "/");

  @Setup
  public void declareRoutes() {
    Response answer = new Response(204, List.of(), new byte[0]);
    List<Route> all = new ArrayList<>();
    for (int i = 0; i < routes; i++) {
      all.add(
          new Route(
              "route-" + i,
              0,
              RouteMatch.path("/service/" + i + "/{id}/**"),
              new Access.Public(),
              null,
              HeaderChanges.NONE,
              new Action.Respond(answer)));
    }
    table = RouteTable.of(all);
    arrival = new Arriving(SampleHeads.request(), "/service/" + routes / 2 + "/17/messages");
  }

  @Benchmark
  public @Nullable RouteEntry find() {
    return table.find(arrival);
  }
}
