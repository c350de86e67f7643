package dev.vorota.adapters.in.chat.http;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.chat.account.Username;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows users. */
@Path("/api")
@RunOnVirtualThread
@TokenRequired
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ChatApi.ACCOUNTS)
@SecurityRequirement(name = ChatApi.ACCESS_TOKEN)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class UserResource {

  private final Accounts accounts;
  private final Caller caller;

  UserResource(Accounts accounts, Caller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  @GET
  @Path("/me")
  @Operation(operationId = "me", summary = "The caller")
  @APIResponse(responseCode = "200", description = "The caller")
  public UserBody me() {
    return UserBody.of(accounts.user(caller.user()));
  }

  @GET
  @Path("/users/{username}")
  @Operation(operationId = "user", summary = "A user by name")
  @APIResponse(responseCode = "200", description = "The user")
  public UserBody user(@PathParam("username") String username) {
    return UserBody.of(accounts.user(new Username(username)));
  }
}
