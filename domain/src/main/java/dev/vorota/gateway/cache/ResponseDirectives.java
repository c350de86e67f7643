package dev.vorota.gateway.cache;

import static dev.vorota.gateway.cache.DirectiveReader.ABSENT;
import static dev.vorota.gateway.cache.DirectiveReader.stricter;

import dev.vorota.gateway.http.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the origin tells caches of a response (RFC 9111, section 5.2.2). What {@code
 * CDN-Cache-Control} says goes in the place of {@code Cache-Control} (RFC 9213).
 */
final class ResponseDirectives {

  /** In the order in which they count; the first good one does. */
  private static final List<String> TARGETED = List.of("cdn-cache-control");

  private final Set<String> unstored = new LinkedHashSet<>(0);
  private boolean targeted;
  private boolean noStore;
  private boolean noCache;
  private boolean isPrivate;
  private boolean isPublic;
  private boolean mustRevalidate;
  private boolean proxyRevalidate;
  private boolean mustUnderstand;
  private boolean immutable;
  private long maxAge = ABSENT;
  private long sharedMaxAge = ABSENT;
  private long staleWhileRevalidate = ABSENT;
  private long staleIfError = ABSENT;

  private ResponseDirectives() {}

  static ResponseDirectives of(Fields response) {
    ResponseDirectives directives = new ResponseDirectives();
    for (String name : TARGETED) {
      if (response.header(name) != null
          && TargetedDirectives.read(response.headers(name), directives::take)) {
        directives.targeted = true;
        return directives;
      }
    }
    DirectiveReader.read(response.headers("cache-control"), directives::take);
    return directives;
  }

  /** Whether they are for caches such as this one, so that {@code Expires} does not count. */
  boolean isTargeted() {
    return targeted;
  }

  boolean noStore() {
    return noStore;
  }

  /** Whether each use has to be validated. */
  boolean noCache() {
    return noCache;
  }

  /** Whether it is for one client only. */
  boolean isPrivate() {
    return isPrivate;
  }

  boolean isPublic() {
    return isPublic;
  }

  boolean mustRevalidate() {
    return mustRevalidate;
  }

  /** Whether a shared cache must not serve it once it is stale (sections 5.2.2.2, .8 and .10). */
  boolean forbidsStale() {
    return mustRevalidate || proxyRevalidate || noCache || sharedMaxAge != ABSENT;
  }

  boolean mustUnderstand() {
    return mustUnderstand;
  }

  /** RFC 8246. */
  boolean immutable() {
    return immutable;
  }

  /** In seconds, or {@link DirectiveReader#ABSENT}, as all that follow. */
  long maxAge() {
    return maxAge;
  }

  long sharedMaxAge() {
    return sharedMaxAge;
  }

  /** RFC 5861, section 3. */
  long staleWhileRevalidate() {
    return staleWhileRevalidate;
  }

  /** RFC 5861, section 4. */
  long staleIfError() {
    return staleIfError;
  }

  /** The names, in lower case, of fields that a shared cache must not keep or not reuse. */
  Set<String> unstored() {
    return unstored;
  }

  private void take(String name, @Nullable String argument) {
    switch (name) {
      case "no-store" -> noStore = true;
      case "no-cache" -> noCache |= !names(argument);
      case "private" -> isPrivate |= !names(argument);
      case "public" -> isPublic = true;
      case "must-revalidate" -> mustRevalidate = true;
      case "proxy-revalidate" -> proxyRevalidate = true;
      case "must-understand" -> mustUnderstand = true;
      case "immutable" -> immutable = true;
      case "max-age" -> maxAge = stricter(maxAge, argument);
      case "s-maxage" -> sharedMaxAge = stricter(sharedMaxAge, argument);
      case "stale-while-revalidate" ->
          staleWhileRevalidate = stricter(staleWhileRevalidate, argument);
      case "stale-if-error" -> staleIfError = stricter(staleIfError, argument);
      default -> {} // what is not known means nothing (section 5.2.3)
    }
  }

  /** Takes the names of fields in. Returns whether there are any. */
  private boolean names(@Nullable String argument) {
    boolean named = false;
    for (String each : argument == null ? new String[0] : argument.split(",", -1)) {
      String name = each.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        unstored.add(name);
        named = true;
      }
    }
    return named;
  }
}
