package dev.vorota.adapters.in.gateway.cli;

import dev.vorota.application.gateway.Explanation;
import dev.vorota.gateway.config.GatewayConfig;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What can be asked of the gateway without starting it. The commands are put together by hand, not
 * by annotations, so that a native image needs to know nothing of them.
 */
public final class GatewayCommands {

  /** The configuration is not as expected ({@code EX_CONFIG} of sysexits.h). */
  public static final int INVALID_CONFIG = 78;

  /** No route takes the request. */
  public static final int NO_ROUTE = 1;

  private static final int DONE = 0;
  private static final int USAGE = 2;
  private static final int WIDTH = 100;

  private final ConfigSource configs;
  private final PrintWriter out;
  private final PrintWriter err;

  public GatewayCommands(ConfigSource configs, PrintWriter out, PrintWriter err) {
    this.configs = configs;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command.
   *
   * @return the exit code: 0, {@link #NO_ROUTE}, 2 where the arguments can't be understood, or
   *     {@link #INVALID_CONFIG}
   */
  public int run(String... arguments) {
    CommandLine command = new CommandLine(CommandTree.of(configs.usual()));
    IParameterExceptionHandler refuse = (mistake, _) -> refuse(mistake);
    command
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(refuse)
        .setExecutionStrategy(this::execute);
    int code = command.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private int execute(ParseResult root) {
    ParseResult parsed = root.hasSubcommand() ? root.subcommand() : root;
    CommandSpec command = parsed.commandSpec();
    if (parsed.isUsageHelpRequested()) {
      command.commandLine().usage(out);
      return DONE;
    }
    try {
      return switch (command.name()) {
        case CommandTree.CHECK -> check(parsed.matchedPositionalValue(0, configs.usual()));
        case CommandTree.EXPLAIN -> explain(parsed);
        case CommandTree.SCHEMA -> schema();
        default -> help(root);
      };
    } catch (InvalidConfigException invalid) {
      invalid.problems().forEach(err::println);
      return INVALID_CONFIG;
    }
  }

  private int check(Path file) throws InvalidConfigException {
    GatewayConfig config = configs.read(file);
    out.printf(
        Locale.ROOT,
        "%s is good: routes: %d, upstreams: %d%n",
        file,
        config.routes().routes().size(),
        config.upstreams().size());
    return DONE;
  }

  private int explain(ParseResult parsed) throws InvalidConfigException {
    StatedRequest request;
    try {
      request =
          StatedRequest.of(
              parsed.matchedPositionalValue(0, ""),
              parsed.matchedPositionalValue(1, ""),
              parsed.matchedOptionValue(CommandTree.HEADER, List.of()),
              parsed.matchedOptionValue(CommandTree.CLIENT, InetAddress.getLoopbackAddress()));
    } catch (IllegalArgumentException malformed) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), malformed.getMessage(), malformed);
    }
    GatewayConfig config =
        configs.read(parsed.matchedOptionValue(CommandTree.CONFIG, configs.usual()));
    Explanation explanation = Explanation.of(config, request);
    new ExplanationText(out).print(explanation);
    return explanation.taken() == null ? NO_ROUTE : DONE;
  }

  private int schema() {
    out.print(configs.schema());
    return DONE;
  }

  private int help(ParseResult root) {
    root.commandSpec().commandLine().usage(out);
    return DONE;
  }

  private int refuse(ParameterException mistake) {
    err.println(mistake.getMessage());
    mistake.getCommandLine().usage(err);
    return USAGE;
  }
}
