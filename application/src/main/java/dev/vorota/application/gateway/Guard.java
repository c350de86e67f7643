package dev.vorota.application.gateway;

import dev.vorota.gateway.access.ClientAddress;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.RequestPath;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;

/** Finds the client's address and turns away what no route could take safely. */
final class Guard implements Step {

  private static final String EXPECTED =
      "a path without dot segments, backslashes, encoded slashes or control characters";

  private final TrustedProxies trustedProxies;

  Guard(TrustedProxies trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  @Override
  public Outcome take(Exchange exchange) {
    var request = exchange.request();
    if (trustedProxies.contains(request.peer())) {
      exchange.client(
          ClientAddress.resolve(
              request.peer(), request.headers("x-forwarded-for"), trustedProxies));
    }
    if (RequestPath.isPlain(request.path())) {
      return Outcome.Pass.PASS;
    }
    return new Outcome.Answer(
        Response.of(
            new Problem(
                "bad-path",
                400,
                "The path is not acceptable",
                "The path must be " + EXPECTED + ".",
                List.of(new Violation("path", request.path(), EXPECTED)))));
  }
}
