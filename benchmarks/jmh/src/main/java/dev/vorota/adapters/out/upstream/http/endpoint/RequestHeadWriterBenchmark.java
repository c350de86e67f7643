package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.Arriving;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.wire.exchange.Forwarded;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.SampleHeads;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing a browser's head on to an upstream. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequestHeadWriterBenchmark {

  private final RequestHead head = SampleHeads.request();
  private final Endpoint endpoint = new Endpoint("127.0.0.1", 8081);
  private final Forwarded forwarded =
      Forwarded.of(
          "203.0.113.7",
          "http",
          "chat.example",
          "for=203.0.113.7;proto=http;host=\"chat.example\"",
          "1.1 vorota");
  private final UpstreamCall call =
      new UpstreamCall(
          "rooms",
          Action.Forward.to(Upstream.of("chat", List.of(endpoint))),
          new Arriving(head, "/service/api/rooms/general/messages"),
          head,
          "/api/rooms/general/messages",
          forwarded,
          false,
          null);

  @Benchmark
  public int write() {
    ByteBuf out = RequestHeadWriter.write(call, endpoint, PooledByteBufAllocator.DEFAULT);
    int length = out.readableBytes();
    out.release();
    return length;
  }
}
