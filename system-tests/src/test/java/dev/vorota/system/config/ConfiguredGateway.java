package dev.vorota.system.config;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.process.Gateway;
import dev.vorota.system.upstream.RecordingUpstream;
import dev.vorota.system.upstream.TokenMint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A gateway with a file of the tests' own, before a shop that records. */
final class ConfiguredGateway implements AutoCloseable {

  private final RecordingUpstream shop;
  private final Gateway gateway;

  private ConfiguredGateway(RecordingUpstream shop, Gateway gateway) {
    this.shop = shop;
    this.gateway = gateway;
  }

  /** Starts a gateway with the file of this name beside the tests. */
  static ConfiguredGateway of(String name) throws IOException {
    return of(name, Map.of());
  }

  /**
   * @param variables of the environment beside {@code SHOP_URL}
   */
  static ConfiguredGateway of(String name, Map<String, String> variables) throws IOException {
    RecordingUpstream shop = RecordingUpstream.start(new TokenMint());
    Path file = Path.of("src/test/resources/dev/vorota/system/config", name + ".yaml");
    Map<String, String> settings = new HashMap<>(variables);
    settings.put("GATEWAY_CONFIG", file.toAbsolutePath().toString());
    settings.put("SHOP_URL", shop.address().toString());
    return new ConfiguredGateway(shop, Gateway.start(name, shop.address(), settings));
  }

  RecordingUpstream shop() {
    return shop;
  }

  RawAnswer get(String target, String... fields) throws IOException {
    return send("GET", target, fields);
  }

  RawAnswer getFrom(InetAddress client, String target) throws IOException {
    return exchange(client, "GET", target);
  }

  /**
   * Sends a request on a connection of its own, byte by byte as given.
   *
   * @param fields lines beside {@code Host}, which is the first of them where it starts so
   */
  RawAnswer send(String method, String target, String... fields) throws IOException {
    return exchange(InetAddress.getLoopbackAddress(), method, target, fields);
  }

  private RawAnswer exchange(InetAddress client, String method, String target, String... fields)
      throws IOException {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    if (fields.length == 0 || !fields[0].startsWith("Host:")) {
      head.append("Host: gate.example\r\n");
    }
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    try (RawConnection connection = RawConnection.open(gateway.address(), client)) {
      connection.write(head + "\r\n");
      return method.equals("HEAD") ? connection.readHead() : connection.read();
    }
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    shop.close();
  }
}
