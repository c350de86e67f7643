package dev.vorota.application.gateway;

import dev.vorota.gateway.access.TokenVerifier;
import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Access.TokenSource;
import dev.vorota.gateway.routing.Route;
import dev.vorota.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who the request comes from, where its route wants to know. A refusal is kept for the
 * limits to weigh, so that guessing tokens is limited like anything else.
 */
final class Authenticate implements Step {

  private static final String BEARER_SCHEME = "bearer ";
  private static final String BEARER_PROTOCOL = "bearer.";
  private static final String REALM = "Bearer realm=\"vorota\"";

  private static final Response NO_TOKEN =
      unauthorized("A token is required: send Authorization: Bearer <access token>.", REALM);
  private static final Response KEYS_UNAVAILABLE =
      Response.of(
          Problem.of(
              "tokens-unverifiable",
              503,
              "Tokens can't be verified now",
              "The keys that tokens are verified with can't be had. Try again soon."),
          new Header("retry-after", "2"));

  private final TokenVerifier tokens;

  Authenticate(TokenVerifier tokens) {
    this.tokens = tokens;
  }

  @Override
  public Outcome take(Exchange exchange) {
    Route route = exchange.entry().route();
    if (!(route.access() instanceof Access.Authenticated(var audience, var source))) {
      return Outcome.Pass.PASS;
    }
    String token = tokenOf(exchange.request(), source);
    if (token == null) {
      exchange.refusal(NO_TOKEN);
      return Outcome.Pass.PASS;
    }
    return weigh(exchange, tokens.verify(token, audience));
  }

  private static Outcome weigh(Exchange exchange, Verification verification) {
    switch (verification) {
      case Verification.Verified(var principal) -> exchange.principal(principal);
      case Verification.Refused(var reason) ->
          exchange.refusal(unauthorized(reason, REALM + ", error=\"invalid_token\""));
      case Verification.Unavailable _ -> exchange.refusal(KEYS_UNAVAILABLE);
      case Verification.Pending(var outcome) -> {
        return new Outcome.Wait(outcome.thenApply(result -> () -> weigh(exchange, result)));
      }
    }
    return Outcome.Pass.PASS;
  }

  private static Response unauthorized(String reason, String challenge) {
    return Response.of(
        Problem.of("unauthorized", 401, "Not authenticated", reason),
        new Header("www-authenticate", challenge));
  }

  private static @Nullable String tokenOf(Request request, TokenSource source) {
    return switch (source) {
      case AUTHORIZATION -> bearerOf(request.header("authorization"));
      case WEBSOCKET_PROTOCOL -> offeredIn(request);
    };
  }

  private static @Nullable String bearerOf(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER_SCHEME, 0, BEARER_SCHEME.length())) {
      return null;
    }
    String token = authorization.substring(BEARER_SCHEME.length()).strip();
    return token.isEmpty() ? null : token;
  }

  private static @Nullable String offeredIn(Request request) {
    for (String field : request.headers("sec-websocket-protocol")) {
      for (String protocol : field.split(",", -1)) {
        String offered = protocol.strip();
        if (offered.startsWith(BEARER_PROTOCOL)) {
          return offered.substring(BEARER_PROTOCOL.length());
        }
      }
    }
    return null;
  }
}
