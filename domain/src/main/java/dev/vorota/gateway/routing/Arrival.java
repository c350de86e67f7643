package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Request;
import java.net.InetAddress;

/** A request that looks for its route. */
public interface Arrival {

  /** The head. */
  Request request();

  /** The path in its canonical form. */
  String path();

  /** The address that the request comes from, proxies that are trusted set aside. */
  InetAddress client();
}
