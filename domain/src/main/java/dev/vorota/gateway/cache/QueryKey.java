package dev.vorota.gateway.cache;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters of a query tell resources from each other. The others are not sent to the
 * service when a response is fetched to be kept, so that it can't depend on them.
 *
 * @param counting which of them count
 * @param names of the parameters, as they stand in the query
 */
public record QueryKey(Counting counting, Set<String> names) {

  /** Which parameters count. */
  public enum Counting {
    ALL,
    ONLY_NAMED,
    ALL_BUT_NAMED
  }

  /** All parameters count, in their order. */
  public static final QueryKey WHOLE = new QueryKey(Counting.ALL, Set.of());

  public QueryKey {
    names = Set.copyOf(names);
  }

  /**
   * What counts of a query, in its order: the same string where all of it does.
   *
   * @param query without the question mark, or null where there is none
   */
  public @Nullable String of(@Nullable String query) {
    if (query == null || counting == Counting.ALL) {
      return query;
    }
    StringBuilder kept = new StringBuilder(query.length());
    for (int start = 0; start <= query.length(); ) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      if (counts(query, start, end)) {
        kept.append(kept.isEmpty() ? "" : "&").append(query, start, end);
      }
      start = end + 1;
    }
    return kept.isEmpty() ? null : kept.toString();
  }

  private boolean counts(String query, int start, int end) {
    int equals = query.indexOf('=', start);
    String name = query.substring(start, equals < 0 || equals > end ? end : equals);
    return names.contains(name) == (counting == Counting.ONLY_NAMED);
  }
}
