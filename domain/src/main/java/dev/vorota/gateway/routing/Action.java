package dev.vorota.gateway.routing;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.compression.Compression;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.HostPolicy;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.rewrite.TextTemplate;
import dev.vorota.gateway.upstream.Upstream;
import org.jspecify.annotations.Nullable;

/** What a route does with a request that may pass. */
public sealed interface Action {

  /**
   * Sends it to a service.
   *
   * @param path what becomes of the path on the way
   * @param host what the service is asked for in {@code Host}
   * @param headers how the fields of the request are changed
   * @param policy how it bears with a service that fails
   * @param compression which answers are compressed, or null for none
   * @param cache how the responses are kept, or null where they are not
   */
  record Forward(
      Upstream upstream,
      PathRewrite path,
      HostPolicy host,
      HeaderChanges headers,
      ForwardPolicy policy,
      @Nullable Compression compression,
      @Nullable CachePolicy cache)
      implements Action {

    /** Sends it on as it is. */
    public static Forward to(Upstream upstream) {
      return to(upstream, new PathRewrite.Keep());
    }

    /** Sends it on with another path. */
    public static Forward to(Upstream upstream, PathRewrite path) {
      return new Forward(
          upstream,
          path,
          new HostPolicy.Asked(),
          HeaderChanges.NONE,
          ForwardPolicy.DEFAULTS,
          null,
          null);
    }
  }

  /**
   * Answers with a file.
   *
   * @param path what becomes of the path before a file is looked for
   */
  record Serve(StaticFiles files, PathRewrite path) implements Action {}

  /** Answers with what is given here. */
  record Respond(Response response) implements Action {}

  /**
   * Sends the client elsewhere.
   *
   * @param status 301, 302, 303, 307 or 308 (RFC 9110, section 15.4)
   * @param to the new address; it may use the path's variables, {@code path} and {@code host}
   * @param keepQuery whether the query goes along
   */
  record Redirect(int status, TextTemplate to, boolean keepQuery) implements Action {}
}
