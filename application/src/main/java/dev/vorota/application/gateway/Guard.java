package dev.vorota.application.gateway;

import dev.vorota.gateway.access.ClientAddress;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.http.CanonicalPath;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;

/** Finds the client's address and the one form of the path; refuses a path that has none. */
final class Guard implements Step {

  @Override
  public Outcome take(Exchange exchange) {
    var request = exchange.request();
    TrustedProxies trustedProxies = exchange.config().trustedProxies();
    if (trustedProxies.contains(request.peer())) {
      exchange.trustPeer(
          ClientAddress.resolve(
              request.peer(), request.headers("x-forwarded-for"), trustedProxies));
    }
    String path = CanonicalPath.of(request.path());
    if (path != null) {
      exchange.path(path);
      return Outcome.Pass.PASS;
    }
    return new Outcome.Answer(
        Response.of(
            new Problem(
                "bad-path",
                400,
                "The path is not acceptable",
                "The path must be " + CanonicalPath.EXPECTED + ".",
                List.of(new Violation("path", request.path(), CanonicalPath.EXPECTED)))));
  }
}
