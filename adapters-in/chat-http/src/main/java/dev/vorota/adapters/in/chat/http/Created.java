package dev.vorota.adapters.in.chat.http;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The answer to what made something new. */
final class Created {

  private Created() {}

  /**
   * @param path where it is from now on; sent as it is, since only the gateway knows what precedes
   *     it for the client (RFC 9110, section 10.2.2, allows a relative reference)
   */
  static <T> RestResponse<T> at(String path, T body) {
    return ResponseBuilder.<T>create(RestResponse.Status.CREATED)
        .header(HttpHeaders.LOCATION, path)
        .entity(body)
        .build();
  }
}
