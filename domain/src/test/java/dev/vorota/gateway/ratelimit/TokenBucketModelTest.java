package dev.vorota.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The bucket says what a plain one says that counts what it holds. */
class TokenBucketModelTest {

  /** A request: how long after the one before in ns, and for how much. */
  record Step(long elapsedNanos, int cost) {}

  @Property
  void decidesLikeAPlainBucket(
      @ForAll @IntRange(min = 1, max = 1_000_000) int permitsPerSecond,
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int burst,
      @ForAll long start,
      @ForAll("steps") List<Step> steps) {
    RateLimit limit = new RateLimit("any", permitsPerSecond, burst);
    AtomicLong now = new AtomicLong(start);
    TokenBucket bucket = new TokenBucket(now::get);
    PlainBucket plain = new PlainBucket(limit);

    for (Step step : steps) {
      now.addAndGet(step.elapsedNanos());
      int cost = Math.min(step.cost(), burst);
      assertThat(bucket.acquire(limit, cost)).isEqualTo(plain.acquire(step.elapsedNanos(), cost));
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    long hour = 3_600_000_000_000L;
    Arbitrary<Long> elapsed =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(0, 2_000_000_000L)),
            Tuple.of(2, Arbitraries.longs().between(0, 1_000)),
            Tuple.of(1, Arbitraries.longs().between(-hour, 1_000_000 * hour)));
    Arbitrary<Integer> cost =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(1, 3)),
            Tuple.of(1, Arbitraries.integers().between(1, Integer.MAX_VALUE)));
    return Combinators.combine(elapsed, cost).as(Step::new).list().ofMaxSize(60);
  }

  /** Holds credit in ns, without bounds on its numbers. */
  private static final class PlainBucket {

    private final RateLimit limit;
    private final BigInteger permit;
    private final BigInteger capacity;
    private BigInteger held;

    PlainBucket(RateLimit limit) {
      this.limit = limit;
      this.permit = BigInteger.valueOf(limit.permitNanos());
      this.capacity = permit.multiply(BigInteger.valueOf(limit.burst()));
      this.held = capacity;
    }

    Decision acquire(long elapsedNanos, int cost) {
      held = held.add(BigInteger.valueOf(elapsedNanos)).min(capacity).max(BigInteger.ZERO);
      BigInteger price = permit.multiply(BigInteger.valueOf(cost));
      if (held.compareTo(price) < 0) {
        return new Decision(
            limit,
            false,
            held.divide(permit).longValueExact(),
            price.subtract(held).longValueExact());
      }
      held = held.subtract(price);
      long remaining = held.divide(permit).longValueExact();
      long wait = remaining > 0 ? 0 : permit.subtract(held).longValueExact();
      return new Decision(limit, true, remaining, wait);
    }
  }
}
