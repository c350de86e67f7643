package dev.vorota.adapters.out.upstream.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.health.OutlierPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.health.StatusRange;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Checks in earnest: threads, sockets, time. */
class EndpointChecksTest {

  private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String BAD = "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n";

  private final LiveUpstreams upstreams = new LiveUpstreams(System::nanoTime);

  @Test
  void takesOutWhatIsNotSoundAndBringsItBack() throws IOException {
    try (OneAnswerService service = new OneAnswerService(GOOD);
        EndpointChecks _ = EndpointChecks.start(upstreams, new SplittableRandom())) {
      EndpointHealth health = watch(service, false);
      assertThat(health.isAvailable()).isFalse();
      await().until(health::isAvailable);

      service.answers(BAD);
      await().until(() -> !health.isAvailable());
      assertThat(health.absence(Reason.CHECK)).hasFieldOrPropertyWithValue("text", "status 500");

      service.answers(GOOD);
      await().until(health::isAvailable);
    }
  }

  @Test
  void stopsAskingWhatIsNotDeclaredAnyMore() throws IOException {
    try (OneAnswerService before = new OneAnswerService(GOOD);
        OneAnswerService after = new OneAnswerService(GOOD);
        EndpointChecks _ = EndpointChecks.start(upstreams, new SplittableRandom())) {
      watch(before, true);
      await().until(() -> before.requests().size() > 2);
      watch(after, true);
      await().until(() -> after.requests().size() > 2);
      int asked = before.requests().size();
      await().until(() -> after.requests().size() > 6);

      assertThat(before.requests()).hasSize(asked);
    }
  }

  @Test
  void stopsAskingWhenItIsClosed() throws IOException {
    LiveUpstreams others = new LiveUpstreams(System::nanoTime);
    try (OneAnswerService service = new OneAnswerService(GOOD);
        OneAnswerService other = new OneAnswerService(GOOD);
        EndpointChecks _ = EndpointChecks.start(others, new SplittableRandom())) {
      EndpointChecks checks = EndpointChecks.start(upstreams, new SplittableRandom());
      watch(service, true);
      await().until(() -> service.requests().size() > 2);
      checks.close();
      others.watchOnly(List.of(upstream(other, true)));
      await().until(() -> other.requests().size() > 2);
      int asked = service.requests().size();
      await().until(() -> other.requests().size() > 6);

      assertThat(service.requests()).hasSize(asked);
    }
  }

  private EndpointHealth watch(OneAnswerService service, boolean soundAtFirst) {
    Upstream upstream = upstream(service, soundAtFirst);
    upstreams.watchOnly(List.of(upstream));
    return upstreams.of(upstream).members().getFirst();
  }

  private static Upstream upstream(OneAnswerService service, boolean soundAtFirst) {
    CheckPolicy checks =
        new CheckPolicy(
            new Question.Http("GET", "/", null, List.of(StatusRange.SUCCESS), null),
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            2,
            2,
            soundAtFirst);
    return new Upstream(
        "users",
        List.of(Member.of(service.endpoint())),
        Discovery.DEFAULTS,
        Balancing.usual(),
        new HealthPolicy(checks, OutlierPolicy.DEFAULTS),
        RetryBudgetPolicy.DEFAULTS);
  }
}
