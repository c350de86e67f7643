package dev.vorota.adapters.in.chat.http;

import dev.vorota.application.chat.room.Rooms;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists, opens, enters and leaves rooms. */
@Path("/api/rooms")
@RunOnVirtualThread
@TokenRequired
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ChatApi.ROOMS)
@SecurityRequirement(name = ChatApi.ACCESS_TOKEN)
@APIResponse(responseCode = "default", ref = ChatApi.PROBLEM)
public final class RoomResource {

  private final Rooms rooms;
  private final Caller caller;

  RoomResource(Rooms rooms, Caller caller) {
    this.rooms = rooms;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "rooms", summary = "Every room, general first")
  @APIResponse(responseCode = "200", description = "The rooms")
  public RoomBody.All all() {
    return RoomBody.All.of(rooms.all(caller.user()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openRoom",
      summary = "Open a room",
      description = "The caller is in it at once. A taken name answers 409.")
  @APIResponse(responseCode = "201", description = "The new room")
  public RestResponse<RoomBody> open(NewRoom body) {
    Room room = rooms.open(caller.user(), newName(body.name()));
    return Created.at("/api/rooms/" + room.name(), RoomBody.of(room));
  }

  @POST
  @Path("/{room}/join")
  @Operation(operationId = "joinRoom", summary = "Enter a room")
  @APIResponse(responseCode = "200", description = "The room, with the caller in it")
  public RoomBody join(@PathParam("room") String room) {
    return RoomBody.of(rooms.join(caller.user(), new RoomName(room)));
  }

  @POST
  @Path("/{room}/leave")
  @Operation(operationId = "leaveRoom", summary = "Leave a room")
  @APIResponse(responseCode = "204", description = "The caller is not in it any more")
  public void leave(@PathParam("room") String room) {
    rooms.leave(caller.user(), new RoomName(room));
  }

  /** Tells a broken name by the field that the client sent it in, which is {@code name} here. */
  private static RoomName newName(String name) {
    try {
      return new RoomName(name);
    } catch (ProblemException e) {
      throw ProblemException.invalidInput(
          e.problem().violations().stream()
              .map(violation -> new Violation("name", violation.value(), violation.expected()))
              .toList());
    }
  }
}
