package dev.vorota.gateway.balancing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.gateway.endpoint.Endpoint;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What clients see of an endpoint: not its address, yet the same in every process. */
final class EndpointMark {

  private static final int OCTETS = 8;

  private EndpointMark() {}

  /** 16 hexadecimal digits. */
  static String of(Endpoint endpoint) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(endpoint.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, OCTETS);
    } catch (NoSuchAlgorithmException unknown) {
      throw new IllegalStateException("Every Java has SHA-256.", unknown);
    }
  }
}
