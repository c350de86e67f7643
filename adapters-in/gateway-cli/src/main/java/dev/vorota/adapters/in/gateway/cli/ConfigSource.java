package dev.vorota.adapters.in.gateway.cli;

import dev.vorota.gateway.config.GatewayConfig;
import java.nio.file.Path;

/** Where the commands get configurations from. */
public interface ConfigSource {

  /** The file that is read where none is named. */
  Path usual();

  /**
   * @throws InvalidConfigException if the file is no configuration
   */
  GatewayConfig read(Path file) throws InvalidConfigException;

  /** The JSON Schema of such files. */
  String schema();
}
