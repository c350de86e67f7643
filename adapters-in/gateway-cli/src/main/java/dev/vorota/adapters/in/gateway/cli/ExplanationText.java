package dev.vorota.adapters.in.gateway.cli;

import dev.vorota.application.gateway.Explanation;
import dev.vorota.gateway.config.SecretNames;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteEntry;
import dev.vorota.gateway.routing.RouteVerdict;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an explanation down, a line for each thing. */
final class ExplanationText {

  private final PrintWriter out;

  ExplanationText(PrintWriter out) {
    this.out = out;
  }

  void print(Explanation explanation) {
    Request request = explanation.arrival().request();
    String query = request.query() == null ? "" : "?" + request.query();
    line("request", request.method() + " " + request.path() + query);
    line("host", Objects.requireNonNullElse(request.authority(), "none"));
    line("client", explanation.arrival().client().getHostAddress());
    if (!explanation.verdicts().isEmpty()) {
      line("path", explanation.arrival().path());
      out.println();
    }
    for (RouteVerdict verdict : explanation.verdicts()) {
      line("route", verdict(verdict, explanation));
    }
    out.println();
    RouteEntry taken = explanation.taken();
    Response refusal = explanation.refusal();
    if (taken != null) {
      taken(taken, explanation.target());
    } else if (refusal != null) {
      line("answer", refusal.status() + " " + refusal.body().text());
    }
  }

  private static String verdict(RouteVerdict verdict, Explanation explanation) {
    String id = verdict.route().id();
    if (verdict.obstacle() != null) {
      return id + ": no: " + Obstacle.words(verdict.obstacle(), explanation.arrival());
    }
    RouteEntry taken = explanation.taken();
    return taken != null && taken.route().id().equals(id)
        ? id + ": takes it"
        : id + ": could take it, but comes later";
  }

  private void taken(RouteEntry entry, @Nullable String target) {
    Route route = entry.route();
    String host = entry.host() == null ? "" : " on " + entry.host();
    line("taken by", route.id() + ", by its path " + entry.path() + host);
    line("access", access(route.access()));
    line("limit", limit(route.limits()));
    action(route.action(), target);
    changes("response", route.responseHeaders());
  }

  private static String access(Access access) {
    return switch (access) {
      case Access.Public _ -> "public";
      case Access.Authenticated(var audience, var source) ->
          "a token for "
              + audience
              + switch (source) {
                case AUTHORIZATION -> ", in Authorization";
                case WEBSOCKET_PROTOCOL -> ", as a WebSocket subprotocol";
              };
    };
  }

  private static String limit(@Nullable LimitProfile profile) {
    if (profile == null) {
      return "none";
    }
    return String.format(
        Locale.ROOT,
        "%s: %,d requests/s, burst %,d, for each %s",
        profile.limit().name(),
        profile.limit().permitsPerSecond(),
        profile.limit().burst(),
        profile.key() == LimitProfile.Key.PRINCIPAL ? "user" : "address");
  }

  private void action(Action action, @Nullable String target) {
    switch (action) {
      case Action.Forward(
              var upstream,
              var path,
              var host,
              var headers,
              var policy,
              var compression,
              var cache) -> {
        line("rewrite", path + ": " + target);
        line("as", host.toString());
        changes("request", headers);
        if (compression != null) {
          line("compress", compression.toString());
        }
        if (cache != null) {
          line("cache", cache.toString());
        }
        line("forward to", upstream.name());
        line("balance", upstream.balancing().toString());
        upstream.members().forEach(member -> line("endpoint", endpoint(member)));
        line("health", upstream.health().toString());
        new PolicyText(this::line).print(policy, upstream.concurrency());
      }
      case Action.Serve(_, var path) -> {
        line("rewrite", path + ": " + target);
        line("answer", "a file");
      }
      case Action.Respond(var response) ->
          line("answer", response.status() + ", octets: " + response.body().length());
      case Action.Redirect redirect -> line("answer", redirect.status() + " to " + target);
    }
  }

  private static String endpoint(Member member) {
    return member.endpoint() + (member.weight() == 1 ? "" : ", weight " + member.weight());
  }

  private void changes(String what, HeaderChanges changes) {
    if (!changes.removed().isEmpty()) {
      line(what, "without " + String.join(", ", changes.removed()));
    }
    if (!changes.written().isEmpty()) {
      line(
          what,
          "with "
              + changes.written().stream()
                  .map(ExplanationText::field)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static String field(Header header) {
    return header.name() + ": " + (SecretNames.isSecret(header.name()) ? "…" : header.value());
  }

  private void line(String label, String text) {
    out.printf(Locale.ROOT, "%-10s %s%n", label, text);
  }
}
