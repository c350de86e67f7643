package dev.vorota.adapters.out.upstream.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvailabilityLogTest {

  private final Logger logger = Logger.getLogger("dev.vorota.gateway.health");
  private final List<String> lines = new ArrayList<>();
  private final Handler keeper =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(
              line.getLevel()
                  + " "
                  + MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(keeper);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(keeper);
  }

  @Test
  void saysOnceThatAnEndpointIsOutAndWhyAndOnceThatItIsBack() {
    LiveUpstreams upstreams = new LiveUpstreams(() -> 0);
    EndpointHealth health =
        upstreams
            .of(Upstream.of("users", List.of(new Endpoint("10.0.0.1", 80))))
            .members()
            .getFirst();
    AvailabilityLog log = new AvailabilityLog();
    log.look(upstreams.all());
    assertThat(lines).isEmpty();

    health.takeOut(Reason.OUTLIER, 30, "5 exchanges in a row failed");
    health.takeOut(Reason.CHECK, Absence.OPEN, "it takes no connection");
    log.look(upstreams.all());
    log.look(upstreams.all());
    health.bringBack(Reason.CHECK);
    log.look(upstreams.all());
    health.bringBack(Reason.OUTLIER);
    log.look(upstreams.all());
    log.look(upstreams.all());

    assertThat(lines)
        .containsExactly(
            "WARNING Endpoint 10.0.0.1:80 of upstream users is out: 5 exchanges in a row failed;"
                + " it takes no connection",
            "INFO Endpoint 10.0.0.1:80 of upstream users is back");
  }
}
