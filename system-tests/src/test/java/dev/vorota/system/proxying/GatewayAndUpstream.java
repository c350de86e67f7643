package dev.vorota.system.proxying;

import dev.vorota.system.client.Api;
import dev.vorota.system.client.RawConnection;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.util.Map;

/** A gateway before an upstream that the test sees into, and a token that opens it. */
record GatewayAndUpstream(Gateway gateway, RecordingUpstream upstream, String token)
    implements AutoCloseable {

  static GatewayAndUpstream start(String name) throws IOException {
    return start(name, SharedVorota.wideLimits());
  }

  static GatewayAndUpstream start(String name, Map<String, String> settings) throws IOException {
    TokenMint mint = new TokenMint();
    RecordingUpstream upstream = RecordingUpstream.start(mint);
    Gateway gateway = Gateway.start(name, upstream.address(), settings);
    return new GatewayAndUpstream(gateway, upstream, mint.token());
  }

  RawConnection connect() throws IOException {
    return RawConnection.open(gateway.address());
  }

  Api api() {
    return new Api(gateway.address());
  }

  /** The head of a GET with the token, up to the last header. */
  String get(String target) {
    return head("GET", target);
  }

  /** The head of a request with the token, up to the last header: more may follow. */
  String head(String method, String target) {
    return "%s %s HTTP/1.1\r\nHost: gate.example\r\nAuthorization: Bearer %s\r\n"
        .formatted(method, target, token);
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    upstream.close();
  }
}
