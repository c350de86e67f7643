package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a client offers in {@code Sec-WebSocket-Protocol} (RFC 6455, section 11.3.4). The token
 * comes with it because a browser can set no other field, and an address would end up in logs.
 */
record OfferedProtocols(List<String> names) {

  static final String CHAT = "vorota.chat.v1";
  private static final String BEARER = "bearer.";

  OfferedProtocols {
    names = List.copyOf(names);
  }

  static OfferedProtocols of(HttpServerRequest request) {
    return new OfferedProtocols(
        request.headers().getAll(HttpHeaders.createOptimized("Sec-WebSocket-Protocol")).stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .map(String::strip)
            .toList());
  }

  /**
   * @throws ProblemException 401 where no token is offered, 400 where the protocol is not
   */
  String token() {
    if (!names.contains(CHAT)) {
      throw new ProblemException(
          Problem.of(
              "subprotocol-required",
              400,
              "The subprotocol is required",
              "Sec-WebSocket-Protocol must offer " + CHAT + "."));
    }
    return names.stream()
        .filter(name -> name.startsWith(BEARER))
        .map(name -> name.substring(BEARER.length()))
        .findFirst()
        .orElseThrow(OfferedProtocols::tokenRequired);
  }

  private static ProblemException tokenRequired() {
    return new ProblemException(
        Problem.of(
            "token-required",
            401,
            "A token is required",
            "Sec-WebSocket-Protocol must offer " + BEARER + " and an access token."));
  }

  @Override
  public String toString() {
    return "OfferedProtocols[…]";
  }
}
