package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, which this module carries as an archive for the platform it is built on.
 */
final class Distribution {

  private Distribution() {}

  /**
   * The user's folder for what can be made anew, by the XDG Base Directory Specification; empty
   * where the user has none.
   */
  static Optional<Path> userCache() {
    String xdg = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), "");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path base = xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
    return base.isAbsolute() && Files.isWritable(xdg.isEmpty() ? home : base)
        ? Optional.of(base.resolve("vorota").resolve("postgres"))
        : Optional.empty();
  }

  /**
   * Unpacks the archive into the cache unless it lies there.
   *
   * @return the folder with {@code bin}, {@code lib} and {@code share}
   */
  static Path unpack(Path cache) {
    String archive = archive();
    Path unpacked = cache.resolve(version() + "-" + archive);
    if (Files.isDirectory(unpacked)) {
      return unpacked;
    }
    try {
      Files.createDirectories(cache);
      Path fresh = Files.createTempDirectory(cache, "unpacking-");
      extract(archive, fresh);
      publish(fresh, unpacked);
      return unpacked;
    } catch (IOException e) {
      throw new EmbeddedPostgresException("Can't unpack PostgreSQL into " + cache + ".", e);
    }
  }

  static String version() {
    try (InputStream in = resource("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("postgres");
    } catch (IOException e) {
      throw new EmbeddedPostgresException("Can't read which PostgreSQL this build carries.", e);
    }
  }

  private static String archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          case String other -> other;
        };
    return "postgres-" + (system.startsWith("mac") ? "darwin" : system) + "-" + processor;
  }

  private static InputStream resource(String path) {
    InputStream in = Distribution.class.getResourceAsStream(path);
    if (in == null) {
      throw new EmbeddedPostgresException(
          "This build carries no PostgreSQL for this machine ("
              + path
              + "); set DB_URL, DB_USER and DB_PASSWORD to use a server.");
    }
    return in;
  }

  private static void extract(String archive, Path target) throws IOException {
    try (InputStream in = resource("/" + archive + ".txz");
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = entry.resolveIn(target);
        Files.createDirectories(
            entry.isDirectory() ? path : Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          Files.copy(tar, path);
          makeExecutable(path, entry.getMode());
        }
      }
    }
  }

  private static void makeExecutable(Path path, int mode) throws IOException {
    boolean executable = (mode & 0100) != 0;
    if (executable && !path.toFile().setExecutable(true)) {
      throw new IOException("Can't make " + path + " executable.");
    }
  }

  /** Another process may have been quicker: then what it has unpacked is used. */
  private static void publish(Path fresh, Path unpacked) throws IOException {
    try {
      Files.move(fresh, unpacked);
    } catch (IOException e) {
      remove(fresh);
      if (!Files.isDirectory(unpacked)) {
        throw e;
      }
    }
  }

  static void remove(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
