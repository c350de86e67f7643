package dev.vorota.wire.head;

import io.netty.buffer.ByteBuf;
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

/** Reading a head out of a buffer: one as short as it gets, a browser's, and a response's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeadBenchmark {

  private final RequestHead request = SampleHeads.freshRequest();
  private final ResponseHead response = SampleHeads.freshResponse();
  private final ByteBuf shortOne = SampleHeads.octets(SampleHeads.SHORT);
  private final ByteBuf browsers = SampleHeads.octets(SampleHeads.BROWSER);
  private final ByteBuf answer = SampleHeads.octets(SampleHeads.RESPONSE);

  @Benchmark
  public boolean shortRequest() {
    request.reset();
    return request.read(shortOne.readerIndex(0));
  }

  @Benchmark
  public boolean browsersRequest() {
    request.reset();
    return request.read(browsers.readerIndex(0));
  }

  @Benchmark
  public boolean response() {
    response.reset();
    return response.read(answer.readerIndex(0));
  }
}
