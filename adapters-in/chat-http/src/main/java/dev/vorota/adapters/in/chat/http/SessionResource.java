package dev.vorota.adapters.in.chat.http;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.account.TokenPair;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Starts, prolongs and ends sessions. */
@Path("/api")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ChatApi.SESSIONS)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class SessionResource {

  private final Accounts accounts;
  private final Caller caller;

  SessionResource(Accounts accounts, Caller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  @POST
  @Path("/login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "login",
      summary = "Start a session",
      description = "401 is the same for an unknown name as for a wrong password.")
  @APIResponse(responseCode = "200", description = "The session's first tokens")
  public RestResponse<TokensBody> login(Credentials body) {
    return tokens(accounts.login(body.username(), body.password()));
  }

  @POST
  @Path("/token/refresh")
  @Operation(
      operationId = "refresh",
      summary = "Replace both tokens",
      description =
          "Takes the refresh token as the bearer token, and no body. A refresh token serves once:"
              + " one that comes again ends its whole session.")
  @SecurityRequirement(name = ChatApi.REFRESH_TOKEN)
  @APIResponse(responseCode = "200", description = "The session's next tokens")
  public RestResponse<TokensBody> refresh(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION)
          @Nullable String authorization) {
    return tokens(accounts.refresh(BearerToken.of(authorization)));
  }

  @POST
  @Path("/logout")
  @TokenRequired
  @Operation(operationId = "logout", summary = "End the session")
  @SecurityRequirement(name = ChatApi.ACCESS_TOKEN)
  @APIResponse(responseCode = "204", description = "Its refresh token serves no more")
  public void logout() {
    accounts.logout(caller.session());
  }

  private static RestResponse<TokensBody> tokens(TokenPair tokens) {
    return ResponseBuilder.ok(TokensBody.of(tokens))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
