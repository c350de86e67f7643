package dev.vorota.application.gateway;

import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteEntry;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the corridor and what the steps have found out about it. Confined
 * to one event loop.
 */
public final class Exchange implements Arrival {

  private final Request request;
  private final List<Header> responseHeaders = new ArrayList<>(2);
  private InetAddress client;
  private boolean peerTrusted;
  private String path;
  private @Nullable GatewayConfig config;
  private @Nullable RouteEntry entry;
  private @Nullable Principal principal;
  private @Nullable Response refusal;
  private @Nullable String limitedBy;

  public Exchange(Request request) {
    this.request = request;
    this.client = request.peer();
    this.path = request.path();
  }

  @Override
  public Request request() {
    return request;
  }

  /** The configuration that was in force when the exchange started. */
  GatewayConfig config() {
    return Objects.requireNonNull(config);
  }

  void config(GatewayConfig inForce) {
    this.config = inForce;
  }

  @Override
  public String path() {
    return path;
  }

  void path(String canonical) {
    this.path = canonical;
  }

  @Override
  public InetAddress client() {
    return client;
  }

  /** Whether the peer is a proxy whose word counts on where the request comes from. */
  public boolean isPeerTrusted() {
    return peerTrusted;
  }

  /** The peer is a trusted proxy, and this is the address that it tells. */
  void trustPeer(InetAddress told) {
    this.peerTrusted = true;
    this.client = told;
  }

  /** The route that was found, or null before there is one. */
  public @Nullable Route route() {
    RouteEntry found = entry;
    return found == null ? null : found.route();
  }

  /** The way into the route; there is one once the route was found. */
  RouteEntry entry() {
    return Objects.requireNonNull(entry);
  }

  void entry(RouteEntry found) {
    this.entry = found;
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
