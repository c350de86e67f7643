package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Access.TokenSource;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteMatch;
import org.jspecify.annotations.Nullable;

/** Makes one route. */
final class RouteReader {

  private final Declared<LimitProfile> limits;
  private final boolean tokens;
  private final MatchReader matches;
  private final ActionReader actions;
  private final HeaderReader headers;
  private final Problems problems;

  /**
   * @param tokens whether the document says whose tokens are accepted
   */
  RouteReader(
      Declared<LimitProfile> limits,
      boolean tokens,
      MatchReader matches,
      ActionReader actions,
      Problems problems) {
    this.limits = limits;
    this.tokens = tokens;
    this.matches = matches;
    this.actions = actions;
    this.headers = new HeaderReader(problems);
    this.problems = problems;
  }

  /** The route, or null where something about it is wrong. */
  @Nullable Route read(Fields route) {
    Given.Text id = route.text("id");
    Given.Whole priority = route.whole("priority");
    RouteMatch match = matches.read(route.section("match"));
    Access access = access(route.any("access"));
    LimitProfile limit = limit(route.text("limit"), access);
    HeaderChanges requestHeaders = headers.read(route.section("request_headers"));
    HeaderChanges responseHeaders = headers.read(route.section("response_headers"));
    if (route.has("request_headers") && !route.has(RouteShape.FORWARD)) {
      problems.add(
          route.spot().key("request_headers", route.spot().place()),
          "expected forward beside it: no other action sends the request on");
    }
    Action action = actions.read(route, match, requestHeaders);
    if (id == null
        || priority == null
        || match == null
        || access == null
        || (limit == null && route.has("limit"))
        || action == null) {
      return null;
    }
    return new Route(
        id.text(), (int) priority.value(), match, access, limit, responseHeaders, action);
  }

  private @Nullable Access access(@Nullable Given given) {
    if (given instanceof Given.Text) {
      return new Access.Public();
    }
    if (!(given instanceof Fields fields)) {
      return null;
    }
    if (!tokens) {
      problems.add(fields.spot(), "expected tokens to be declared, or public");
    }
    Given.Text audience = fields.text("audience");
    Given.Text token = fields.text("token");
    if (audience == null || token == null) {
      return null;
    }
    return new Access.Authenticated(
        audience.text(),
        "authorization".equals(token.text())
            ? TokenSource.AUTHORIZATION
            : TokenSource.WEBSOCKET_PROTOCOL);
  }

  private @Nullable LimitProfile limit(Given.@Nullable Text name, @Nullable Access access) {
    LimitProfile limit = limits.find(name);
    if (name != null
        && limit != null
        && limit.key() == LimitProfile.Key.PRINCIPAL
        && access instanceof Access.Public) {
      name.refuse(problems, "expected a limit per address: a public route knows no user");
    }
    return limit;
  }
}
