package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.token.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys as they were read.
 *
 * @param stored by generation; at least one
 * @param ready the same, by id
 * @param freshUntil when they are to be read again
 */
record LoadedKeys(List<SigningKey> stored, Map<String, RsaKey> ready, Instant freshUntil) {

  static LoadedKeys of(List<SigningKey> stored, Instant freshUntil) {
    return new LoadedKeys(
        List.copyOf(stored),
        stored.stream()
            .map(RsaKey::of)
            .collect(Collectors.toUnmodifiableMap(RsaKey::id, Function.identity())),
        freshUntil);
  }

  LoadedKeys freshUntil(Instant later) {
    return new LoadedKeys(stored, ready, later);
  }

  boolean isFresh(Instant now) {
    return now.isBefore(freshUntil);
  }

  RsaKey get(String id) {
    return Objects.requireNonNull(ready.get(id));
  }
}
