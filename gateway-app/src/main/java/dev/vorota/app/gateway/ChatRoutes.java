package dev.vorota.app.gateway;

import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Access.TokenSource;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteMatch;
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
    Action serve = new Action.Serve(pages, new PathRewrite.Keep());
    Action service = Action.Forward.to(chat, new PathRewrite.ReplacePrefix(SERVICE, ""));
    return RouteTable.of(
        List.of(
            route("home", exact("/"), PUBLIC, anonymous, serve),
            route("login", exact("/login"), PUBLIC, anonymous, serve),
            route("register", exact("/register"), PUBLIC, anonymous, serve),
            route("chat", exact("/chat"), PUBLIC, anonymous, serve),
            route("assets", prefix("/assets"), PUBLIC, assets, serve),
            route("metrics", exact("/metrics"), PUBLIC, anonymous, Action.Forward.to(management)),
            route("api-register", exact("/service/api/register"), PUBLIC, anonymous, service),
            route("api-login", exact("/service/api/login"), PUBLIC, anonymous, service),
            route("api-refresh", exact("/service/api/token/refresh"), REFRESH, user, service),
            route("service", prefix(SERVICE), USER, user, service),
            route("ws", exact("/ws"), SOCKET, user, Action.Forward.to(chat)),
            route("fallback", prefix("/"), USER, user, new Action.Respond(NOT_FOUND))));
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

  private static String exact(String path) {
    return path;
  }

  private static String prefix(String path) {
    return path.equals("/") ? "/**" : path + "/**";
  }

  private static Route route(
      String id, String path, Access access, LimitProfile limits, Action action) {
    return new Route(id, 0, RouteMatch.path(path), access, limits, HeaderChanges.NONE, action);
  }
}
