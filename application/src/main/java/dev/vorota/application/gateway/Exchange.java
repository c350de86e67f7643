package dev.vorota.application.gateway;

import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Route;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the corridor and what the steps have found out about it. Confined
 * to one event loop.
 */
public final class Exchange {

  private final Request request;
  private final List<Header> responseHeaders = new ArrayList<>(2);
  private InetAddress client;
  private @Nullable Route route;
  private @Nullable Principal principal;
  private @Nullable Response refusal;
  private @Nullable String limitedBy;

  public Exchange(Request request) {
    this.request = request;
    this.client = request.peer();
  }

  public Request request() {
    return request;
  }

  /** The address that the request comes from, proxies that are trusted set aside. */
  public InetAddress client() {
    return client;
  }

  void client(InetAddress address) {
    this.client = address;
  }

  /** The route that was found, or null before there is one. */
  public @Nullable Route route() {
    return route;
  }

  void route(Route found) {
    this.route = found;
  }

  /** Who the request comes from, or null where it is anonymous. */
  public @Nullable Principal principal() {
    return principal;
  }

  void principal(Principal verified) {
    this.principal = verified;
  }

  /** Why the request may not pass; it is told once it is known that the client may be answered. */
  @Nullable Response refusal() {
    return refusal;
  }

  void refusal(Response answer) {
    this.refusal = answer;
  }

  /** The name of the limit that refused the request, or null where none did. */
  public @Nullable String limitedBy() {
    return limitedBy;
  }

  void limitedBy(String limit) {
    this.limitedBy = limit;
  }

  /** Fields that the steps add to whichever response is sent. */
  public List<Header> responseHeaders() {
    return responseHeaders;
  }
}
