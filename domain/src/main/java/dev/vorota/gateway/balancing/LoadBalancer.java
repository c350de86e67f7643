package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Header;
import org.jspecify.annotations.Nullable;

/** Chooses among the endpoints that may be chosen. Confined to one event loop. */
public interface LoadBalancer {

  /**
   * @param from at least two; the same array for as long as the same endpoints may be chosen
   * @param arrival the request that is to be served
   */
  Candidate choose(Candidate[] from, Arrival arrival);

  /**
   * A field by which the response lets the client come back to the endpoint that answered; null
   * where there is none, or where the client has it already.
   */
  default @Nullable Header mark(Candidate answered, Arrival arrival) {
    return null;
  }
}
