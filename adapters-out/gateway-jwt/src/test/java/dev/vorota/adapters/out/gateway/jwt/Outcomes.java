package dev.vorota.adapters.out.gateway.jwt;

import dev.vorota.gateway.access.Verification;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a verifier says in the end. */
final class Outcomes {

  private Outcomes() {}

  static Verification settled(Verification verification) {
    if (!(verification instanceof Verification.Pending(var outcome))) {
      return verification;
    }
    try {
      return outcome.toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
