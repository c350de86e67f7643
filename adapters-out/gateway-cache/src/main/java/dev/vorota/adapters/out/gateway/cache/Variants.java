package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.http.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is kept of one resource, the latest first. Immutable, so that all loops can look. */
final class Variants {

  private static final int MOST = 32;

  private final List<StoredResponse> all;

  private Variants(List<StoredResponse> all) {
    this.all = all;
  }

  static Variants of(StoredResponse only) {
    return new Variants(List.of(only));
  }

  /** The latest one that is good for such a request, or null. */
  @Nullable StoredResponse find(CachePolicy policy, Request request) {
    for (int i = 0; i < all.size(); i++) {
      StoredResponse each = all.get(i);
      if (each.cached().covers(policy, request)) {
        return each;
      }
    }
    return null;
  }

  StoredResponse latest() {
    return all.getFirst();
  }

  /**
   * These with one more; those in whose place it stands, and the oldest of too many, are released.
   *
   * @param request for which it came
   */
  Variants with(StoredResponse added, CachePolicy policy, Request request) {
    List<StoredResponse> after = new ArrayList<>(all.size() + 1);
    after.add(added);
    for (StoredResponse each : all) {
      if (each.cached().covers(policy, request) || after.size() == MOST) {
        each.body().release();
      } else {
        after.add(each);
      }
    }
    return new Variants(List.copyOf(after));
  }

  /** These without one, which is released; null where nothing is left. */
  @Nullable Variants without(StoredResponse dropped) {
    List<StoredResponse> after = new ArrayList<>(all);
    if (after.remove(dropped)) {
      dropped.body().release();
    }
    return after.isEmpty() ? null : new Variants(List.copyOf(after));
  }

  void release() {
    for (StoredResponse each : all) {
      each.body().release();
    }
  }

  int weight() {
    long weight = 0;
    for (StoredResponse each : all) {
      weight += each.weight();
    }
    return (int) Math.min(weight, Integer.MAX_VALUE);
  }
}
