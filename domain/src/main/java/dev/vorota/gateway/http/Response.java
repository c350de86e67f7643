package dev.vorota.gateway.http;

import java.util.List;

/**
 * An answer that the gateway makes itself.
 *
 * @param headers without framing fields, which the adapter adds
 * @param body shared between exchanges and never changed; empty where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared by many
public record Response(int status, List<Header> headers, byte[] body) {

  public Response {
    headers = List.copyOf(headers);
  }
}
