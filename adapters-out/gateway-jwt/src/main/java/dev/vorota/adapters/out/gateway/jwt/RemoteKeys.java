package dev.vorota.adapters.out.gateway.jwt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys as they were last seen, and when to look again. At most one fetch is under way
 * at any time, and all who need it share it.
 */
final class RemoteKeys implements AutoCloseable {

  private static final Logger LOG = System.getLogger(RemoteKeys.class.getName());

  private final JwksSettings settings;
  private final JwksClient client;
  private final InstantSource clock;
  private volatile @Nullable Seen seen;
  private volatile boolean away;
  private @Nullable Long attemptedAtMillis;
  private @Nullable CompletionStage<?> fetch;

  RemoteKeys(JwksSettings settings, InstantSource clock) {
    this.settings = settings;
    this.client = new JwksClient(settings);
    this.clock = clock;
  }

  /**
   * The keys in force, or null where there are none. Keys that get old are fetched anew behind the
   * scenes; the same keys are the same object, however often they were fetched.
   */
  @Nullable KeySet current() {
    Seen last = seen;
    if (last == null) {
      return null;
    }
    long ageMillis = clock.millis() - last.atMillis();
    if (ageMillis >= settings.refreshAfter().toMillis()) {
      refresh();
    }
    return ageMillis < settings.keepFor().toMillis() ? last.keys() : null;
  }

  /**
   * Fetches the keys, or joins the fetch that is under way. Completes after the fetch, also where
   * it failed; null where it is too early for another.
   */
  synchronized @Nullable CompletionStage<?> refresh() {
    if (fetch != null) {
      return fetch;
    }
    long now = clock.millis();
    Duration pause = away ? settings.retryAfter() : settings.refetchAfter();
    if (attemptedAtMillis != null && Math.abs(now - attemptedAtMillis) < pause.toMillis()) {
      return null;
    }
    attemptedAtMillis = now;
    CompletableFuture<?> started = new CompletableFuture<>();
    fetch = started;
    client
        .fetch()
        .whenComplete(
            (keys, failure) -> {
              finish(keys, failure);
              started.complete(null);
            });
    return started;
  }

  /** Whether the last fetch failed. */
  boolean isAway() {
    return away;
  }

  @Override
  public void close() {
    client.close();
  }

  private synchronized void finish(@Nullable KeySet keys, @Nullable Throwable failure) {
    fetch = null;
    if (keys == null) {
      if (!away) {
        LOG.log(Level.WARNING, "No keys from " + settings.uri() + ": " + cause(failure));
      }
      away = true;
      return;
    }
    if (away) {
      LOG.log(Level.INFO, "Keys again from " + settings.uri() + ".");
    }
    away = false;
    Seen last = seen;
    KeySet kept = last != null && last.keys().equals(keys) ? last.keys() : keys;
    seen = new Seen(kept, clock.millis());
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Keys, and when they were fetched. */
  private record Seen(KeySet keys, long atMillis) {}
}
