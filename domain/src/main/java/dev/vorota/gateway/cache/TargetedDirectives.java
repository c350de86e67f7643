package dev.vorota.gateway.cache;

import dev.vorota.gateway.cache.StructuredDictionary.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads directives that are for some caches only, such as {@code CDN-Cache-Control} (RFC 9213,
 * section 2.1). A directive with a value of the wrong type counts as if it were not there.
 */
final class TargetedDirectives {

  private static final Set<String> SECONDS =
      Set.of("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error");

  private static final Set<String> NAMING = Set.of("no-cache", "private");

  private TargetedDirectives() {}

  /**
   * @param values of the field's lines
   * @return whether they count: an empty field and one that breaks the grammar do not
   */
  static boolean read(List<String> values, DirectiveReader.Taker taker) {
    Map<String, Item> members = StructuredDictionary.parse(values);
    if (members == null || members.isEmpty()) {
      return false;
    }
    members.forEach((name, item) -> take(name, item, taker));
    return true;
  }

  private static void take(String name, Item item, DirectiveReader.Taker taker) {
    switch (item) {
      case Item.Flag(var value) -> {
        if (value && !SECONDS.contains(name)) {
          taker.take(name, null);
        }
      }
      case Item.Whole(var value) -> {
        if (value >= 0 && SECONDS.contains(name)) {
          taker.take(name, Long.toString(value));
        }
      }
      case Item.Text(var value) -> {
        if (NAMING.contains(name)) {
          taker.take(name, value);
        }
      }
      case Item.Other _ -> {}
    }
  }
}
