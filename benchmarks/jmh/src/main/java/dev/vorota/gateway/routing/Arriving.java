package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Request;
import dev.vorota.wire.head.RequestHead;
import java.net.InetAddress;

/** A request that comes from its peer. */
public record Arriving(RequestHead head, String path) implements Arrival {

  @Override
  public Request request() {
    return head;
  }

  @Override
  public InetAddress client() {
    return head.peer();
  }
}
