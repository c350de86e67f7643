package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.Request;
import java.util.List;

/**
 * Finds what a service may answer to that is no part of the key, so that one client's request could
 * decide what others get. Such a request goes past the cache.
 */
final class Unkeyed {

  /** Fields by which frameworks let a request be another one than its first line says. */
  private static final List<String> OVERRIDES =
      List.of(
          "x-http-method-override",
          "x-http-method",
          "x-method-override",
          "x-original-url",
          "x-original-uri",
          "x-rewrite-url",
          "x-original-host",
          "x-host",
          "x-forwarded-server",
          "x-forwarded-port",
          "x-forwarded-scheme",
          "x-forwarded-prefix",
          "x-forwarded-path");

  private Unkeyed() {}

  static boolean isIn(Request request, CachePolicy policy) {
    for (int i = 0; i < OVERRIDES.size(); i++) {
      String name = OVERRIDES.get(i);
      if (request.header(name) != null && !policy.keyFields().contains(name)) {
        return true;
      }
    }
    return request.header("connection") != null && hidesFields(request.headers("connection"));
  }

  /**
   * Whether fields are named that are not passed on: the service would not see what the request
   * varies by.
   */
  private static boolean hidesFields(List<String> connection) {
    for (int i = 0; i < connection.size(); i++) {
      String value = connection.get(i);
      if (!value.equalsIgnoreCase("keep-alive") && !value.equalsIgnoreCase("close")) {
        for (String option : value.split(",", -1)) {
          if (!isOfConnection(option.strip())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isOfConnection(String option) {
    return option.isEmpty()
        || option.equalsIgnoreCase("keep-alive")
        || option.equalsIgnoreCase("close")
        || option.equalsIgnoreCase("te")
        || option.equalsIgnoreCase("upgrade")
        || option.equalsIgnoreCase("http2-settings")
        || option.equalsIgnoreCase("proxy-connection");
  }
}
