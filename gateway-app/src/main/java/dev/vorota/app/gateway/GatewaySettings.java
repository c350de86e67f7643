package dev.vorota.app.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of the gateway; {@code docs/configuration.md} names the variables. */
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

  /** The blocks of addresses whose {@code X-Forwarded-*} count. */
  Optional<List<String>> trustedProxies();

  /** Where one line per request goes: {@code stdout}, {@code off} or the name of a file. */
  String accessLog();

  /** Where the chat serves. */
  URI chatUrl();

  /** The {@code iss} of the tokens that are accepted. */
  String tokenIssuer();

  Limits limits();

  /** The figures of the limits. */
  interface Limits {

    /** For requests without a token, by client address. */
    @WithName("public")
    Figures publicLimit();

    /** For requests with a token, by user. */
    Figures user();

    /** For the pages' hashed assets, by client address. */
    Figures assets();
  }

  /** The figures of one limit. */
  interface Figures {

    /** In requests/s. */
    int rate();

    /** In requests. */
    int burst();
  }
}
