package dev.vorota.app.gateway;

import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Access.TokenSource;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.PathPredicate;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteTable;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.problem.Problem;
import java.util.List;

/** The routes of the chat: its pages, its services, its WebSocket, and the gateway's metrics. */
final class ChatRoutes {

  private static final String SERVICE = "/service";
  private static final Access PUBLIC = new Access.Public();
  private static final Access USER = new Access.Authenticated("vorota", TokenSource.AUTHORIZATION);
  private static final Access REFRESH =
      new Access.Authenticated("vorota-refresh", TokenSource.AUTHORIZATION);
  private static final Access SOCKET =
      new Access.Authenticated("vorota", TokenSource.WEBSOCKET_PROTOCOL);
  private static final Response NOT_FOUND =
      Response.of(Problem.of("not-found", 404, "Not found", "There is nothing at this path."));

  private ChatRoutes() {}

  static RouteTable of(
      GatewaySettings.Limits figures, Upstream chat, Upstream management, StaticFiles pages) {
    LimitProfile anonymous = new LimitProfile(anonymous(figures), LimitProfile.Key.CLIENT_ADDRESS);
    LimitProfile assets = profile("assets", figures.assets(), LimitProfile.Key.CLIENT_ADDRESS);
    LimitProfile user = profile("user", figures.user(), LimitProfile.Key.PRINCIPAL);
    Action serve = new Action.Serve(pages);
    Action service = new Action.Forward(chat, SERVICE);
    return RouteTable.of(
        List.of(
            new Route("home", exact("/"), PUBLIC, anonymous, serve),
            new Route("login", exact("/login"), PUBLIC, anonymous, serve),
            new Route("register", exact("/register"), PUBLIC, anonymous, serve),
            new Route("chat", exact("/chat"), PUBLIC, anonymous, serve),
            new Route("assets", prefix("/assets"), PUBLIC, assets, serve),
            new Route(
                "metrics",
                exact("/metrics"),
                PUBLIC,
                anonymous,
                new Action.Forward(management, "")),
            new Route("api-register", exact("/service/api/register"), PUBLIC, anonymous, service),
            new Route("api-login", exact("/service/api/login"), PUBLIC, anonymous, service),
            new Route("api-refresh", exact("/service/api/token/refresh"), REFRESH, user, service),
            new Route("service", prefix(SERVICE), USER, user, service),
            new Route("ws", exact("/ws"), SOCKET, user, new Action.Forward(chat, "")),
            new Route("fallback", prefix("/"), USER, user, new Action.Respond(NOT_FOUND))));
  }

  /** What a client may ask for without a token. */
  static RateLimit anonymous(GatewaySettings.Limits figures) {
    return limit("public", figures.publicLimit());
  }

  private static LimitProfile profile(
      String name, GatewaySettings.Figures figures, LimitProfile.Key key) {
    return new LimitProfile(limit(name, figures), key);
  }

  private static RateLimit limit(String name, GatewaySettings.Figures figures) {
    return new RateLimit(name, figures.rate(), figures.burst());
  }

  private static PathPredicate exact(String path) {
    return new PathPredicate.Exact(path);
  }

  private static PathPredicate prefix(String path) {
    return new PathPredicate.Prefix(path);
  }
}
