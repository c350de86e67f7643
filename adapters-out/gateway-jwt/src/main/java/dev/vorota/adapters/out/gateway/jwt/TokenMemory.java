package dev.vorota.adapters.out.gateway.jwt;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tokens that were seen lately. Two generations: a full one becomes the old
 * one and what was old is forgotten, unless it was asked for in between. Reads take no lock, and
 * between {@code size} and twice as many are kept.
 */
final class TokenMemory<V> {

  private final int size;
  private volatile ConcurrentMap<String, V> young = new ConcurrentHashMap<>();
  private volatile ConcurrentMap<String, V> old = new ConcurrentHashMap<>();

  TokenMemory(int size) {
    this.size = size;
  }

  @Nullable V get(String token) {
    V value = young.get(token);
    if (value == null) {
      value = old.get(token);
      if (value != null) {
        put(token, value);
      }
    }
    return value;
  }

  void put(String token, V value) {
    young.put(token, value);
    if (young.size() > size) {
      turn();
    }
  }

  int size() {
    return young.size() + old.size();
  }

  private synchronized void turn() {
    if (young.size() > size) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }
}
