package dev.vorota.adapters.in.chat.http;

import dev.vorota.application.chat.message.Messages;
import dev.vorota.chat.room.RoomName;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads a room's history back. */
@Path("/api/rooms/{room}/messages")
@RunOnVirtualThread
@TokenRequired
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ChatApi.ROOMS)
@SecurityRequirement(name = ChatApi.ACCESS_TOKEN)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class MessageResource {

  private static final int USUAL_PAGE = 50;

  private final Messages messages;
  private final Caller caller;

  MessageResource(Messages messages, Caller caller) {
    this.messages = messages;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "history",
      summary = "The newest messages below a number",
      description = "To page upwards, pass the lowest seq of the page before.")
  @APIResponse(responseCode = "200", description = "A page of the room's history")
  public MessageBody.History history(
      @PathParam("room") String room,
      @Parameter(
              description = "Only messages numbered below this; the newest of all where missing.",
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
          @QueryParam("before")
          @Nullable String before,
      @Parameter(
              description = "How many at most.",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "100",
                      defaultValue = "50"))
          @QueryParam("limit")
          @Nullable String limit) {
    RoomName name = new RoomName(room);
    long below = NumberParameter.read("before", before, Long.MAX_VALUE, 1, Long.MAX_VALUE);
    int most = (int) NumberParameter.read("limit", limit, USUAL_PAGE, 1, Messages.LONGEST_PAGE);
    return MessageBody.History.of(name, messages.before(caller.user(), name, below, most));
  }
}
