package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.CachePolicy.SetCookie;
import dev.vorota.gateway.cache.QueryKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how responses are kept. What is broken has been said already, and counts as not given. */
final class CacheReader {

  private CacheReader() {}

  /**
   * How a route's responses are kept, or null where they are not.
   *
   * @param id the route's
   */
  static @Nullable CachePolicy read(@Nullable Given given, String id) {
    CachePolicy usual = CachePolicy.of(id);
    if (given instanceof Given.Flag flag) {
      return flag.value() ? usual : null;
    }
    if (!(given instanceof Fields fields)) {
      return null;
    }
    List<String> methods = texts(fields, "methods");
    Given.Whole maxBody = fields.whole("max_body");
    Fields key = fields.section("key");
    return new CachePolicy(
        id,
        methods.contains("HEAD") || methods.isEmpty() ? usual.methods() : Set.of("GET"),
        time(fields, "default_ttl", usual.usualTtl()),
        time(fields, "stale_while_revalidate", usual.staleWhileRevalidate()),
        time(fields, "stale_if_error", usual.staleIfError()),
        maxBody == null ? usual.mostBodyBytes() : (int) maxBody.value(),
        time(fields, "wait", usual.longestWait()),
        key == null ? List.of() : names(key),
        key == null ? QueryKey.WHOLE : query(key.section("query")),
        setCookie(fields.text("set_cookie")),
        fields.flag("client_directives"));
  }

  /** How much all of them may take. */
  static CacheLimits limits(@Nullable Fields fields) {
    Given.Whole maxBytes = fields == null ? null : fields.whole("max_bytes");
    return maxBytes == null ? CacheLimits.DEFAULTS : new CacheLimits(maxBytes.value());
  }

  private static Duration time(Fields fields, String key, Duration usual) {
    return Objects.requireNonNullElse(fields.time(key), usual);
  }

  private static List<String> names(Fields key) {
    return texts(key, "headers").stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static QueryKey query(@Nullable Fields query) {
    if (query == null) {
      return QueryKey.WHOLE;
    }
    return query.has(CacheShape.ONLY)
        ? new QueryKey(QueryKey.Counting.ONLY_NAMED, Set.copyOf(texts(query, CacheShape.ONLY)))
        : new QueryKey(
            QueryKey.Counting.ALL_BUT_NAMED, Set.copyOf(texts(query, CacheShape.EXCEPT)));
  }

  private static SetCookie setCookie(Given.@Nullable Text given) {
    return given == null
        ? SetCookie.REFUSE
        : SetCookie.valueOf(given.text().toUpperCase(Locale.ROOT));
  }

  private static List<String> texts(Fields fields, String key) {
    return fields.texts(key).stream().map(Given.Text::text).toList();
  }
}
