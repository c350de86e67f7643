package dev.vorota.adapters.out.chat.jwt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long tokens and keys last. */
@ConfigMapping(prefix = "vorota.tokens")
interface TokenConfig {

  @WithDefault("15M")
  Duration accessLifetime();

  @WithDefault("30D")
  Duration refreshLifetime();

  /** How long each key signs. */
  @WithDefault("30D")
  Duration keyRotation();

  /** How long a key is published before it signs. */
  @WithDefault("1D")
  Duration keyNotice();
}
