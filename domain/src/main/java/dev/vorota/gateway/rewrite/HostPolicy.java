package dev.vorota.gateway.rewrite;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Request;
import java.util.Objects;

/** What a service is asked for in {@code Host}. */
public sealed interface HostPolicy {

  /** The value for a request to an endpoint. */
  String of(Request request, Endpoint endpoint);

  /** The address of the endpoint that is asked. */
  record Asked() implements HostPolicy {

    @Override
    public String of(Request request, Endpoint endpoint) {
      return endpoint.authority();
    }

    @Override
    public String toString() {
      return "host of the endpoint";
    }
  }

  /** What the client asked for; where it named nothing, the address of the endpoint. */
  record Client() implements HostPolicy {

    @Override
    public String of(Request request, Endpoint endpoint) {
      return Objects.requireNonNullElseGet(request.authority(), endpoint::authority);
    }

    @Override
    public String toString() {
      return "host of the client's request";
    }
  }

  /** Always this name. */
  record Named(String host) implements HostPolicy {

    @Override
    public String of(Request request, Endpoint endpoint) {
      return host;
    }

    @Override
    public String toString() {
      return "host " + host;
    }
  }
}
