package dev.vorota.app.chat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time, or as far ahead of it as a test wants to be. */
@Singleton
public class MovableClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  void moveAhead(Duration time) {
    ahead = time;
  }

  void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
