package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.token.KeySchedule;
import dev.vorota.chat.token.SigningKey;
import dev.vorota.chat.token.SigningKeyRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys as this server knows them. They are read once a minute, by whoever comes first then, and
 * the next is made when its time has come. Where storage fails, what is known goes on serving.
 */
final class KeyRing {

  /** Far shorter than the notice of a new key, so that every server knows it before it signs. */
  static final Duration FRESH = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(KeyRing.class);

  private final SigningKeyRepository repository;
  private final KeySchedule schedule;
  private final KeyMaker maker;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();

  private volatile @Nullable LoadedKeys loaded;

  KeyRing(
      SigningKeyRepository repository, KeySchedule schedule, KeyMaker maker, InstantSource clock) {
    this.repository = repository;
    this.schedule = schedule;
    this.maker = maker;
    this.clock = clock;
  }

  /** The key that signs now. */
  RsaKey signing() {
    LoadedKeys keys = keys();
    return keys.get(schedule.signing(keys.stored(), clock.instant()).id());
  }

  /** The keys that verify now or soon. */
  List<RsaKey> published() {
    LoadedKeys keys = keys();
    return schedule.needed(keys.stored(), clock.instant()).stream()
        .map(key -> keys.get(key.id()))
        .toList();
  }

  private LoadedKeys keys() {
    LoadedKeys known = loaded;
    if (known == null) {
      return load();
    }
    if (known.isFresh(clock.instant()) || !reading.tryLock()) {
      return known;
    }
    try {
      return reload(known);
    } finally {
      reading.unlock();
    }
  }

  private LoadedKeys load() {
    reading.lock();
    try {
      LoadedKeys known = loaded;
      return known == null ? read() : known;
    } finally {
      reading.unlock();
    }
  }

  private LoadedKeys reload(LoadedKeys known) {
    try {
      return read();
    } catch (RuntimeException e) {
      LOG.warnf("Can't read the signing keys; those known go on serving: %s", e.getMessage());
      LoadedKeys extended = known.freshUntil(clock.instant().plus(FRESH));
      loaded = extended;
      return extended;
    }
  }

  private LoadedKeys read() {
    Instant now = clock.instant();
    List<SigningKey> stored = repository.all();
    if (schedule.nextIsDue(stored, now)) {
      stored = addNext(stored, now);
    }
    List<SigningKey> needed = schedule.needed(stored, now);
    if (needed.size() < stored.size()) {
      repository.forgetBefore(needed.getFirst().generation());
    }
    LoadedKeys fresh = LoadedKeys.of(needed, now.plus(FRESH));
    loaded = fresh;
    return fresh;
  }

  private List<SigningKey> addNext(List<SigningKey> stored, Instant now) {
    long generation = stored.isEmpty() ? 1 : stored.getLast().generation() + 1;
    Instant signsFrom =
        schedule.nextSignsFrom(stored, now).truncatedTo(ChronoUnit.MICROS); // as it is stored
    SigningKey next = maker.make(generation, signsFrom);
    if (repository.add(next)) {
      LOG.infof("Made a new key for tokens: %s.", next);
    }
    return repository.all();
  }

  /** Makes keys. */
  @FunctionalInterface
  interface KeyMaker {
    SigningKey make(long generation, Instant signsFrom);
  }
}
