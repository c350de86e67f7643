package dev.vorota.gateway.http;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, as the gateway's decisions see it. An adapter may read it straight from
 * its buffer: it is valid until the exchange is over and belongs to one event loop.
 */
public interface Request extends Fields {

  /** The method, in the case in which it came (RFC 9110, section 9.1). */
  String method();

  /** The path of the target without its query, starting with a slash, as it was sent. */
  String path();

  /** What follows the first question mark of the target, or null where there is none. */
  @Nullable String query();

  /** The host and port that the client asked for, or null where it named none. */
  @Nullable String authority();

  /** The address of the peer of the connection. */
  InetAddress peer();

  /** Whether it asks to change to the WebSocket protocol (RFC 6455, section 4.1). */
  boolean isWebSocketUpgrade();
}
