package dev.vorota.gateway.cache;

import static dev.vorota.gateway.cache.DirectiveReader.ABSENT;

import dev.vorota.gateway.conditional.EntityTags;
import dev.vorota.gateway.conditional.Preconditions;
import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.http.HttpDate;
import dev.vorota.gateway.http.Request;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a response that is kept, or may be: for which requests it is good, and until
 * when. Immutable, and shared by all event loops. Times are in milliseconds since 1970 where they
 * say nothing else.
 */
public final class CachedResponse {

  private static final int OK = 200;
  private static final long STRONG_AFTER_SECONDS = 1;

  private final CachePolicy policy;
  private final Storing storing;
  private final Variation variation;
  private final ResponseDirectives directives;
  private final int status;
  private final long date;
  private final long receivedAt;
  private final long initialAge;
  private final long lifetime;
  private final @Nullable String etag;
  private final @Nullable String lastModified;

  private CachedResponse(
      CachePolicy policy,
      Storing storing,
      Variation variation,
      ResponseDirectives directives,
      int status,
      Fields response,
      long date,
      long initialAge,
      long receivedAt) {
    this.policy = policy;
    this.storing = storing;
    this.variation = variation;
    this.directives = directives;
    this.status = status;
    this.date = date;
    this.receivedAt = receivedAt;
    this.initialAge = initialAge;
    this.lifetime = 1_000 * Lifetime.of(status, response, directives, date, policy.usualTtl());
    this.etag = response.header("etag");
    this.lastModified = response.header("last-modified");
  }

  /**
   * Judges a response whose head has come.
   *
   * @param request for which it came, as the service saw it
   * @param response its fields
   * @param requestedAt when it was asked for
   * @param receivedAt when its head came
   */
  public static CachedResponse of(
      CachePolicy policy,
      Request request,
      int status,
      Fields response,
      long requestedAt,
      long receivedAt) {
    return of(policy, request, status, response, response, requestedAt, receivedAt);
  }

  /**
   * What becomes of a response that the origin says is good still (section 4.3.4).
   *
   * @param updated the kept fields with those of the 304 in their place
   * @param notModified those of the 304
   */
  public static CachedResponse freshened(
      CachePolicy policy,
      Request request,
      CachedResponse kept,
      Fields updated,
      Fields notModified,
      long requestedAt,
      long receivedAt) {
    return of(policy, request, kept.status, updated, notModified, requestedAt, receivedAt);
  }

  private static CachedResponse of(
      CachePolicy policy,
      Request request,
      int status,
      Fields response,
      Fields latest,
      long requestedAt,
      long receivedAt) {
    ResponseDirectives directives = ResponseDirectives.of(response);
    Variation variation = Variation.of(request, response, policy);
    Storing storing = Storing.of(request, status, response, directives, policy);
    String dated = latest.header("date");
    long told = dated == null ? HttpDate.NONE : HttpDate.parse(dated);
    long date = told == HttpDate.NONE ? receivedAt / 1_000 : told;
    CachedResponse judged =
        new CachedResponse(
            policy,
            storing == Storing.STORED && variation == null ? Storing.VARY : storing,
            variation == null ? Variation.NONE : variation,
            directives,
            status,
            response,
            date,
            InitialAge.millis(latest, date, requestedAt, receivedAt),
            receivedAt);
    return judged.storing == Storing.STORED && !judged.isOfUse()
        ? judged.refused(Storing.USELESS, response)
        : judged;
  }

  /** Whether it may be kept, or why not. */
  public Storing storing() {
    return storing;
  }

  public int status() {
    return status;
  }

  /** The fields, by their names in lower case, that must not be kept with it. */
  public Set<String> unstored() {
    Set<String> names = new TreeSet<>(directives.unstored());
    names.add("age"); // it is told anew each time
    if (policy.setCookie() != CachePolicy.SetCookie.KEEP) {
      names.add("set-cookie");
    }
    return names;
  }

  /** The {@code Date} to send with it where the origin gave none. */
  public String date() {
    return HttpDate.format(date);
  }

  /** What the origin calls this state of the resource, or null. */
  public @Nullable String etag() {
    return etag;
  }

  /** When the resource changed last, as the origin writes it, or null. */
  public @Nullable String lastModified() {
    return lastModified;
  }

  /** Whether the origin can be asked if it is good still. */
  public boolean hasValidator() {
    return etag != null || lastModified != null;
  }

  /** Whether it was selected for such a request, by the same rules. */
  public boolean covers(CachePolicy asked, Request request) {
    return policy.zone().equals(asked.zone()) && variation.covers(request);
  }

  /** What of a request the response was selected by, as text. */
  public String variationOf(Request request) {
    return variation.textOf(request);
  }

  /** What it is good for. */
  public Reuse reuseFor(RequestDirectives asked, long now) {
    long age = ageMillis(now);
    boolean fresh = isFresh(now);
    boolean unforced = directives.immutable() && fresh; // RFC 8246, section 2
    if (asked.noCache() || directives.noCache()) {
      return Reuse.VALIDATE;
    }
    if (asked.maxAge() != ABSENT && age > asked.maxAge() * 1_000 && !unforced) {
      return Reuse.VALIDATE;
    }
    if (asked.minFresh() != ABSENT && lifetime - age < asked.minFresh() * 1_000) {
      return Reuse.VALIDATE;
    }
    if (fresh) {
      return Reuse.FRESH;
    }
    if (directives.forbidsStale()) {
      return Reuse.VALIDATE;
    }
    long staleness = age - lifetime;
    if (asked.maxStale() != ABSENT && staleness <= asked.maxStale() * 1_000) {
      return Reuse.STALE;
    }
    return staleness < staleWhileRevalidate() ? Reuse.STALE_WHILE_REVALIDATING : Reuse.VALIDATE;
  }

  /** Whether it has not become stale yet. */
  public boolean isFresh(long now) {
    return ageMillis(now) < lifetime;
  }

  /** Whether it may answer requests that ask for nothing in particular. */
  public boolean isUsable(long now) {
    return reuseFor(RequestDirectives.NONE, now) != Reuse.VALIDATE;
  }

  /** Whether it may be served as the origin fails (RFC 5861, section 4). */
  public boolean isGoodWhileFailing(RequestDirectives asked, long now) {
    if (directives.forbidsStale() || asked.noCache()) {
      return false;
    }
    long told = directives.staleIfError() == ABSENT ? ABSENT : directives.staleIfError() * 1_000;
    long most = told == ABSENT ? policy.staleIfError().toMillis() : told;
    if (asked.staleIfError() != ABSENT) {
      most = Math.max(most, asked.staleIfError() * 1_000);
    }
    return ageMillis(now) - lifetime < most;
  }

  /** Whether a status means that the origin fails, so that what is kept may be good instead. */
  public static boolean isFailure(int status) {
    return Statuses.isOriginFailure(status);
  }

  /** Whether a 304 is about this response (section 4.3.4). */
  public boolean isMeantBy(Fields notModified) {
    String tag = notModified.header("etag");
    String modified = notModified.header("last-modified");
    if (tag != null) {
      return etag != null && isSame(tag, etag);
    }
    return modified == null || modified.equals(lastModified);
  }

  /** Whether the client has it already (section 4.3.2). */
  public boolean isHadBy(Request request) {
    long modified = lastModified == null ? HttpDate.NONE : HttpDate.parse(lastModified);
    return status == OK
        && Preconditions.isNotModified(request, etag, modified == HttpDate.NONE ? date : modified);
  }

  /** The {@code Range} that can be answered from it, or null where the whole is wanted. */
  public @Nullable String rangeWantedBy(Request request) {
    String range = request.header("range");
    if (range == null
        || status != OK
        || !request.method().equals("GET")
        || request.headers("range").size() > 1) {
      return null;
    }
    String strongTag = etag == null || EntityTags.isWeak(etag) ? null : etag;
    return Preconditions.mayBePart(request, strongTag, strongDate()) ? range : null;
  }

  /** How old it is, in seconds (section 4.2.3). */
  public long age(long now) {
    return ageMillis(now) / 1_000;
  }

  /** For how long it is fresh from now on, in seconds; negative where it is stale. */
  public long ttl(long now) {
    return Math.floorDiv(lifetime - ageMillis(now), 1_000L);
  }

  private long ageMillis(long now) {
    return initialAge + Math.max(0, now - receivedAt);
  }

  private long staleWhileRevalidate() {
    long told = directives.staleWhileRevalidate();
    return told == ABSENT ? policy.staleWhileRevalidate().toMillis() : told * 1_000;
  }

  /** Whether anything but throwing it away could ever be done with it. */
  private boolean isOfUse() {
    boolean fresh = initialAge < lifetime && !directives.noCache();
    boolean goodWhenStale =
        !directives.forbidsStale()
            && (staleWhileRevalidate() > 0
                || directives.staleIfError() > 0
                || policy.staleIfError().isPositive());
    return fresh || hasValidator() || goodWhenStale;
  }

  /** The date of the last change where it can tell two states apart (RFC 9110, 8.8.2.2). */
  private @Nullable String strongDate() {
    String text = lastModified;
    long modified = text == null ? HttpDate.NONE : HttpDate.parse(text);
    return modified != HttpDate.NONE && date - modified >= STRONG_AFTER_SECONDS ? text : null;
  }

  private CachedResponse refused(Storing why, Fields response) {
    return new CachedResponse(
        policy, why, variation, directives, status, response, date, initialAge, receivedAt);
  }

  /** A tag that either side marks as weak tells of what is alike. */
  private static boolean isSame(String tag, String other) {
    boolean weak = EntityTags.isWeak(tag) || EntityTags.isWeak(other);
    return weak ? opaque(tag).equals(opaque(other)) : tag.equals(other);
  }

  private static String opaque(String tag) {
    return EntityTags.isWeak(tag) ? tag.substring(tag.indexOf('"')) : tag;
  }
}
