package dev.vorota.app.gateway;

import dev.vorota.adapters.in.gateway.cli.ConfigSource;
import dev.vorota.adapters.in.gateway.cli.InvalidConfigException;
import dev.vorota.adapters.in.gateway.yaml.FileSource;
import dev.vorota.adapters.in.gateway.yaml.GatewayYaml;
import dev.vorota.adapters.in.gateway.yaml.SmallFiles;
import dev.vorota.adapters.out.gateway.files.DiskFolders;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.files.Folder;
import dev.vorota.gateway.files.Folders;
import dev.vorota.web.WebPages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Reads a {@code gateway.yaml} with the variables of the environment and the pages of the chat. */
final class ConfigFile implements ConfigSource {

  private static final String VARIABLE = "GATEWAY_CONFIG";
  private static final String USUAL = "gateway.yaml";

  private final Map<String, String> environment;
  private final Folders disk = new DiskFolders(Clock.systemUTC());

  ConfigFile(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Path usual() {
    String named = environment.getOrDefault(VARIABLE, "");
    return Path.of(named.isEmpty() ? USUAL : named);
  }

  @Override
  public GatewayConfig read(Path file) throws InvalidConfigException {
    FileSource files =
        new FileSource(
            Map.of("chat", WebPages.load()),
            folder -> disk.load(beside(file, folder)),
            location -> small(file.toAbsolutePath().resolveSibling(location)));
    return switch (GatewayYaml.read(octets(file), environment, files)) {
      case GatewayYaml.Reading.Good(var config) -> config;
      case GatewayYaml.Reading.Bad(var problems) ->
          throw new InvalidConfigException(
              problems.stream().map(problem -> problem.in(file.toString())).toList());
    };
  }

  /** A relative location is one from where the file is. */
  private static Folder beside(Path file, Folder folder) {
    Path location = file.toAbsolutePath().resolveSibling(folder.location());
    return new Folder(
        location.toString(),
        folder.fallback(),
        folder.headers(),
        folder.mostOctets(),
        folder.mostFiles());
  }

  @Override
  public String schema() {
    return GatewayYaml.schema();
  }

  private static byte[] small(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(SmallFiles.LONGEST + 1);
      if (octets.length > SmallFiles.LONGEST) {
        throw new IOException(file + " must have at most " + SmallFiles.LONGEST + " octets.");
      }
      return octets;
    }
  }

  private static byte[] octets(Path file) throws InvalidConfigException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(GatewayYaml.MAX_OCTETS + 1);
    } catch (IOException unreadable) {
      throw new InvalidConfigException(
          List.of(
              file
                  + ": expected a file that can be read; "
                  + VARIABLE
                  + " or an argument names another"));
    }
  }
}
