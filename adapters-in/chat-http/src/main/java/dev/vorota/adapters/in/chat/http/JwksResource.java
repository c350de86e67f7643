package dev.vorota.adapters.in.chat.http;

import dev.vorota.chat.token.PublicKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Publishes the keys that verify the chat's tokens (RFC 7517). */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
@Tag(name = ChatApi.SESSIONS)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class JwksResource {

  private final PublicKeys keys;

  JwksResource(PublicKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "jwks", summary = "The keys that verify tokens, as a JWK Set")
  @APIResponse(responseCode = "200", description = "The keys")
  public RestResponse<String> jwks() {
    return ResponseBuilder.ok(keys.jwks())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .build();
  }
}
