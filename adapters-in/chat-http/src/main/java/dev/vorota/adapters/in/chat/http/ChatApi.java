package dev.vorota.adapters.in.chat.http;

import dev.vorota.problem.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the OpenAPI document says of the whole interface. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Vorota chat",
            version = "1",
            description =
                "Accounts, sessions, rooms, history and avatars. Messages are sent and delivered"
                    + " over the WebSocket /ws, which docs/chat-protocol.md describes.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/service", description = "Through the gateway"),
    tags = {
      @Tag(name = ChatApi.ACCOUNTS, description = "Who chats"),
      @Tag(name = ChatApi.SESSIONS, description = "Logging in and staying logged in"),
      @Tag(name = ChatApi.ROOMS, description = "Where they chat, and what was said"),
      @Tag(name = ChatApi.AVATARS, description = "What they look like")
    },
    components =
        @Components(
            securitySchemes = {
              @SecurityScheme(
                  securitySchemeName = ChatApi.ACCESS_TOKEN,
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  bearerFormat = "JWT",
                  description = "The access_token of a login or refresh."),
              @SecurityScheme(
                  securitySchemeName = ChatApi.REFRESH_TOKEN,
                  type = SecuritySchemeType.HTTP,
                  scheme = "bearer",
                  bearerFormat = "JWT",
                  description = "The refresh_token of a login or refresh.")
            },
            responses =
                @APIResponse(
                    name = ChatApi.PROBLEM,
                    description = "Why the request was not served",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))))
public final class ChatApi extends Application {

  static final String ACCOUNTS = "accounts";
  static final String SESSIONS = "sessions";
  static final String ROOMS = "rooms";
  static final String AVATARS = "avatars";

  static final String ACCESS_TOKEN = "access_token";
  static final String REFRESH_TOKEN = "refresh_token";
  static final String PROBLEM = "problem";
}
