package dev.vorota.adapters.in.chat.http;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.avatar.Avatars;
import dev.vorota.application.chat.avatar.Avatars.Picture;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarSize;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes and shows the pictures of users. */
@Path("/api")
@RunOnVirtualThread
@TokenRequired
@Tag(name = ChatApi.AVATARS)
@SecurityRequirement(name = ChatApi.ACCESS_TOKEN)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class AvatarResource {

  private static final String PNG = "image/png";
  private static final String BINARY = "binary";

  private final Avatars avatars;
  private final Accounts accounts;
  private final Caller caller;

  AvatarResource(Avatars avatars, Accounts accounts, Caller caller) {
    this.avatars = avatars;
    this.accounts = accounts;
    this.caller = caller;
  }

  @PUT
  @Path("/me/avatar")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeAvatar",
      summary = "Show another picture",
      description = "The middle square is cut out; what the bytes are must match Content-Type.")
  @RequestBody(
      content = {
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = BINARY)),
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(type = SchemaType.STRING, format = BINARY)),
        @Content(
            mediaType = "image/webp",
            schema = @Schema(type = SchemaType.STRING, format = BINARY))
      })
  @APIResponse(
      responseCode = "200",
      description = "The caller with the new picture",
      content = @Content(schema = @Schema(implementation = UserBody.class)))
  public UserBody change(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
      InputStream picture)
      throws IOException {
    byte[] bytes = BodyLimit.PICTURE.read(picture);
    return UserBody.of(avatars.change(caller.user(), bytes, mediaType == null ? "" : mediaType));
  }

  @DELETE
  @Path("/me/avatar")
  @Operation(operationId = "removeAvatar", summary = "Show no picture any more")
  @APIResponse(responseCode = "204", description = "No picture is shown")
  public void remove() {
    avatars.remove(caller.user());
  }

  @GET
  @Path("/users/{username}/avatar")
  @Operation(operationId = "avatar", summary = "A user's picture")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = BINARY)))
  @APIResponse(responseCode = "304", description = "It is the one that the client has")
  public Response show(
      @PathParam("username") String username,
      @Parameter(
              description = "The length of a side in pixels.",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      enumeration = {"64", "256"},
                      defaultValue = "64"))
          @QueryParam("size")
          @Nullable String size,
      @Context Request request) {
    Username name = new Username(username);
    AvatarSize wanted = size(size);
    AvatarVersion current = accounts.user(name).avatar();
    if (current != null) {
      ResponseBuilder unchanged = request.evaluatePreconditions(tag(current, wanted));
      if (unchanged != null) {
        return cached(unchanged, current, wanted);
      }
    }
    Picture picture = avatars.of(name, wanted);
    return cached(Response.ok(picture.png(), PNG), picture.version(), wanted);
  }

  private static AvatarSize size(@Nullable String pixels) {
    return switch (pixels) {
      case null -> AvatarSize.SMALL;
      case "64" -> AvatarSize.SMALL;
      case "256" -> AvatarSize.LARGE;
      default -> throw ProblemException.invalidInput(new Violation("size", pixels, "64 or 256"));
    };
  }

  private static Response cached(ResponseBuilder answer, AvatarVersion version, AvatarSize size) {
    return answer
        .tag(tag(version, size))
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
        .build();
  }

  private static EntityTag tag(AvatarVersion version, AvatarSize size) {
    return new EntityTag(version.value() + "-" + size.pixels());
  }
}
