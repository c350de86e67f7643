package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Cookies;
import dev.vorota.gateway.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * Takes the endpoint that the client's cookie names. Where it names none that may be chosen,
 * another strategy chooses, and the answer brings a new cookie.
 */
final class StickyLoadBalancer implements LoadBalancer {

  private final StickyCookie cookie;
  private final LoadBalancer over;

  /**
   * @param over chooses where the cookie does not
   */
  StickyLoadBalancer(StickyCookie cookie, LoadBalancer over) {
    this.cookie = cookie;
    this.over = over;
  }

  @Override
  public Candidate choose(Candidate[] from, Arrival arrival) {
    String mark = Cookies.first(arrival.request(), cookie.name());
    if (mark != null) {
      for (Candidate candidate : from) {
        if (candidate.mark().equals(mark)) {
          return candidate;
        }
      }
    }
    return over.choose(from, arrival);
  }

  @Override
  public @Nullable Header mark(Candidate answered, Arrival arrival) {
    return answered.mark().equals(Cookies.first(arrival.request(), cookie.name()))
        ? null
        : new Header("set-cookie", cookie.with(answered.mark()));
  }
}
