package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.token.SigningKey;
import dev.vorota.chat.token.SigningKeyRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A shared storage that can be away. */
final class InMemorySigningKeys implements SigningKeyRepository {

  private final SortedMap<Long, SigningKey> keys = new TreeMap<>();
  private boolean away;
  private int reads;

  synchronized void setAway(boolean away) {
    this.away = away;
  }

  synchronized int reads() {
    return reads;
  }

  @Override
  public synchronized List<SigningKey> all() {
    reads++;
    requireHere();
    return new ArrayList<>(keys.values());
  }

  @Override
  public synchronized boolean add(SigningKey key) {
    requireHere();
    return keys.putIfAbsent(key.generation(), key) == null;
  }

  @Override
  public synchronized void forgetBefore(long generation) {
    requireHere();
    keys.headMap(generation).clear();
  }

  private void requireHere() {
    if (away) {
      throw new IllegalStateException("away");
    }
  }
}
