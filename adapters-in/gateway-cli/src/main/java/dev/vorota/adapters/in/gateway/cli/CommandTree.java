package dev.vorota.adapters.in.gateway.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** The commands, their options and what is said of them. */
final class CommandTree {

  static final String CHECK = "check";
  static final String EXPLAIN = "explain";
  static final String SCHEMA = "schema";
  static final String CONFIG = "--config";
  static final String HEADER = "-H";
  static final String CLIENT = "--client";

  private CommandTree() {}

  /**
   * @param usual the file that is read where none is named
   */
  static CommandSpec of(Path usual) {
    CommandSpec root =
        command("gateway", "Without a command the gateway serves, until it is told to stop.");
    root.usageMessage()
        .footer(
            "",
            "Exit codes: 0; 1 where no route takes the request; 2 where the arguments can't be"
                + " understood; 78 where the configuration is not as expected.");
    return root.addSubcommand(CHECK, check(usual))
        .addSubcommand(EXPLAIN, explain(usual))
        .addSubcommand(SCHEMA, command(SCHEMA, "Prints the JSON Schema of a configuration."))
        .addSubcommand("help", command("help", "Prints this text."));
  }

  private static CommandSpec check(Path usual) {
    return command(CHECK, "Names every mistake in a configuration.")
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("FILE")
                .index("0")
                .arity("0..1")
                .type(Path.class)
                .defaultValue(usual.toString())
                .description("The configuration (${DEFAULT-VALUE}).")
                .build());
  }

  private static CommandSpec explain(Path usual) {
    return command(EXPLAIN, "Tells what a configuration makes of a request; nothing is sent.")
        .addOption(
            OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(Path.class)
                .defaultValue(usual.toString())
                .description("The configuration (${DEFAULT-VALUE}).")
                .build())
        .addOption(
            OptionSpec.builder(HEADER, "--header")
                .paramLabel("'NAME: VALUE'")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("A header field of the request; may be repeated.")
                .build())
        .addOption(
            OptionSpec.builder(CLIENT)
                .paramLabel("ADDRESS")
                .type(InetAddress.class)
                .converters(CommandTree::address)
                .defaultValue("127.0.0.1")
                .description("The address that the request comes from (${DEFAULT-VALUE}).")
                .build())
        .addPositional(positional("0", "METHOD", "The method, such as GET."))
        .addPositional(
            positional("1", "URL", "The URL, or its path and query alone, such as /chat?a=b."));
  }

  private static PositionalParamSpec positional(String index, String label, String about) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .index(index)
        .required(true)
        .type(String.class)
        .description(about)
        .build();
  }

  private static CommandSpec command(String name, String about) {
    CommandSpec command = CommandSpec.create().name(name);
    command.usageMessage().description(about);
    return command.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .arity("0")
            .type(boolean.class)
            .description("Prints this text.")
            .build());
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      throw new TypeConversionException("Expected an IP address: " + text + ".");
    }
  }
}
