package dev.vorota.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import org.junit.jupiter.api.Test;

/** A process dies while people write; they end with exactly one copy of each message. */
final class KilledInMidSendIT {

  @Test
  void killedChatLosesNothingAndDoublesNothing() {
    try (Vorota vorota = Vorota.start("chat-killed", SharedVorota.wideLimits());
        Crowd crowd = new Crowd(vorota)) {
      for (int round = 0; round < 3; round++) {
        crowd.write(10);
        crowd.awaitMidSend();
        vorota.chat().kill();
        crowd.write(5);
        vorota.restartChat();
      }

      crowd.assertNothingLostNothingTwice();
    }
  }

  @Test
  void restartedGatewayGetsItsSocketsBack() {
    try (Vorota vorota = Vorota.start("gateway-restarted", SharedVorota.wideLimits());
        Crowd crowd = new Crowd(vorota)) {
      crowd.write(10);
      crowd.awaitMidSend();
      vorota.gateway().terminate();
      crowd.write(5);
      vorota.restartGateway();
      crowd.write(5);
      crowd.awaitMidSend();
      vorota.gateway().kill();
      vorota.restartGateway();

      crowd.assertNothingLostNothingTwice();
      assertThat(crowd.connections()).isGreaterThanOrEqualTo(12);
    }
  }
}
