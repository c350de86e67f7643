package dev.vorota.adapters.out.chat.argon2;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few callers work at once, in the order in which they came, and few wait: a flood of logins
 * can't take more memory and time than that.
 */
final class Turnstile {

  private final Semaphore inside;
  private final Semaphore present;

  /**
   * @param places how many work at once
   * @param queue how many may wait for a place
   */
  Turnstile(int places, int queue) {
    this.inside = new Semaphore(places, true);
    this.present = new Semaphore(Math.addExact(places, queue));
  }

  /**
   * @throws ProblemException 503 {@code busy} where the queue is full
   */
  <T> T pass(Supplier<T> work) {
    if (!present.tryAcquire()) {
      throw new ProblemException(
          Problem.of(
              "busy",
              503,
              "Too busy",
              "Too many passwords are being checked at the moment; try again in some seconds."));
    }
    try {
      inside.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        inside.release();
      }
    } finally {
      present.release();
    }
  }
}
