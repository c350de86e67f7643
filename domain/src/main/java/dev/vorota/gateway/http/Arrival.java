package dev.vorota.gateway.http;

import java.net.InetAddress;

/** A request that has come, as the decisions about it see it. */
public interface Arrival {

  /** The head. */
  Request request();

  /** The path in its canonical form. */
  String path();

  /** The address that the request comes from, proxies that are trusted set aside. */
  InetAddress client();
}
