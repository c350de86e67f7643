package dev.vorota.app.gateway;

import dev.vorota.gateway.config.GatewayConfig;
import org.jspecify.annotations.Nullable;

/** Hands the configuration over from {@link GatewayMain}, which reads it, to the parts. */
final class StartConfig {

  private static volatile @Nullable GatewayConfig config;

  private StartConfig() {}

  static void set(GatewayConfig read) {
    config = read;
  }

  /**
   * @throws IllegalStateException if the process has read none
   */
  static GatewayConfig get() {
    GatewayConfig read = config;
    if (read == null) {
      throw new IllegalStateException(
          "The gateway is started by GatewayMain, which reads its file.");
    }
    return read;
  }
}
