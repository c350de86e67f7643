package dev.vorota.adapters.in.gateway.http;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.wire.body.BodyFraming;
import dev.vorota.wire.head.ResponseHead;
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

/** Writing an upstream's head on to a client, with the fields of a limit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ResponseHeadWriterBenchmark {

  private final ResponseHead head = SampleHeads.response();
  private final PathRewrite rewrite = new PathRewrite.Keep();
  private final List<Header> more =
      List.of(
          new Header("ratelimit-policy", "\"public\";q=10;w=1"),
          new Header("ratelimit", "\"public\";r=9;t=1"));

  @Benchmark
  public int forwarded() {
    ByteBuf out =
        ResponseHeadWriter.forwarded(
            head,
            rewrite,
            more,
            HeaderChanges.NONE,
            BodyFraming.PLAIN,
            ResponseHeadWriter.Persistence.IMPLIED,
            PooledByteBufAllocator.DEFAULT);
    int length = out.readableBytes();
    out.release();
    return length;
  }
}
