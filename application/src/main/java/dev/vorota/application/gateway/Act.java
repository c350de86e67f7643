package dev.vorota.application.gateway;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.routing.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Does what the route is for: answers, or names the upstream that will. */
final class Act implements Step {

  private static final byte[] NOTHING = new byte[0];

  @Override
  public Outcome take(Exchange exchange) {
    return switch (exchange.entry().route().action()) {
      case Action.Respond(var response) -> new Outcome.Answer(response);
      case Action.Serve(var files, var path) ->
          new Outcome.Answer(files.answer(exchange.request(), rewritten(exchange, path)));
      case Action.Redirect redirect -> new Outcome.Answer(redirect(exchange, redirect));
      case Action.Forward forward ->
          new Outcome.Forward(forward, rewritten(exchange, forward.path()));
    };
  }

  /** The path of the request after the rewrite. */
  static String rewritten(Exchange exchange, PathRewrite rewrite) {
    return rewrite.apply(exchange.path(), values(exchange, rewrite.variables()));
  }

  private static Response redirect(Exchange exchange, Action.Redirect redirect) {
    Header location = new Header("location", location(exchange, redirect));
    return new Response(redirect.status(), List.of(location), NOTHING);
  }

  /** Where the client is sent. */
  static String location(Exchange exchange, Action.Redirect redirect) {
    Map<String, String> values = new HashMap<>(values(exchange, redirect.to().variables()));
    values.putIfAbsent("path", exchange.path());
    values.putIfAbsent("host", Objects.requireNonNullElse(exchange.request().authority(), ""));
    String to = redirect.to().render(values);
    String query = exchange.request().query();
    return redirect.keepQuery() && query != null ? withQuery(to, query) : to;
  }

  /** The query goes before the fragment (RFC 3986, section 3). */
  private static String withQuery(String to, String query) {
    int hash = to.indexOf('#');
    int end = hash < 0 ? to.length() : hash;
    int mark = to.indexOf('?');
    char before = mark < 0 || mark > end ? '?' : '&';
    return to.substring(0, end) + before + query + to.substring(end);
  }

  /** What the path binds the variables to; it is not read where nobody asks for one. */
  private static Map<String, String> values(Exchange exchange, Set<String> wanted) {
    Map<String, String> bound =
        wanted.isEmpty() ? null : exchange.entry().path().bind(exchange.path());
    return bound == null ? Map.of() : bound;
  }
}
