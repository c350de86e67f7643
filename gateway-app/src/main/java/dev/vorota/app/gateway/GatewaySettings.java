package dev.vorota.app.gateway;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * How the process of the gateway runs; {@code docs/configuration.md} names the variables. What it
 * does with requests is in its {@code gateway.yaml}.
 */
@ConfigMapping(prefix = "vorota.gateway")
interface GatewaySettings {

  /** The address that the front listener binds. */
  String host();

  /** The port that the front listener binds; 0 for any that is free. */
  int port();

  /** How many event loops serve; 0 for one per core. */
  int eventLoops();

  /** How long exchanges may go on once the gateway stops. */
  Duration drain();

  /** When an event loop has too much to do. */
  Shedding shedding();

  /** Where one line per request goes: {@code stdout}, {@code off} or the name of a file. */
  String accessLog();

  /** When requests of less important routes are refused, so that the gateway can go on. */
  interface Shedding {

    /** Whether that is done at all. */
    boolean enabled();

    /** How late an event loop may be on the average. */
    Duration delay();

    /** How many exchanges one event loop may have under way. */
    int exchanges();
  }
}
