package dev.vorota.gateway.routing;

import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.upstream.Upstream;

/** What a route does with a request that may pass. */
public sealed interface Action {

  /**
   * Sends it to a service.
   *
   * @param stripPrefix what is taken off the front of the path; empty for nothing
   */
  record Forward(Upstream upstream, String stripPrefix) implements Action {}

  /** Answers with a file. */
  record Serve(StaticFiles files) implements Action {}

  /** Answers with what is given here. */
  record Respond(Response response) implements Action {}
}
