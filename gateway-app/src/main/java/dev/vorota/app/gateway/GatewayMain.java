package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.adapters.in.gateway.cli.GatewayCommands;
import dev.vorota.adapters.in.gateway.cli.InvalidConfigException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;

/**
 * Serves, or runs a command. What it reads, it reads before Quarkus starts: a command answers at
 * once, and a bad configuration starts nothing.
 */
@QuarkusMain
public final class GatewayMain {

  private GatewayMain() {}

  public static void main(String... arguments) {
    ConfigFile file = new ConfigFile(System.getenv());
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    if (arguments.length > 0) {
      PrintWriter out = new PrintWriter(System.out, false, UTF_8);
      System.exit(new GatewayCommands(file, out, err).run(arguments));
    }
    try {
      StartConfig.set(file.read(file.usual()));
    } catch (InvalidConfigException invalid) {
      invalid.problems().forEach(err::println);
      System.exit(GatewayCommands.INVALID_CONFIG);
    }
    Quarkus.run(arguments);
  }
}
