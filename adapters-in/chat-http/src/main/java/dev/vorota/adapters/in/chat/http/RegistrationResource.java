package dev.vorota.adapters.in.chat.http;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.chat.account.User;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens accounts. */
@Path("/api/register")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ChatApi.ACCOUNTS)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class RegistrationResource {

  private final Accounts accounts;

  RegistrationResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "register",
      summary = "Open an account",
      description = "The user is in the room general from the start. A taken name answers 409.")
  @APIResponse(
      responseCode = "201",
      description = "The new user",
      headers =
          @Header(
              name = "Location",
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)))
  public RestResponse<UserBody> register(Registration body) {
    User user = accounts.register(body.username(), body.password(), body.displayName());
    return Created.at("/api/users/" + user.username(), UserBody.of(user));
  }
}
