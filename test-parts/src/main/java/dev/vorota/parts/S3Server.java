package dev.vorota.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real S3 server on a free loopback port, with credentials of its own. It is the best that this
 * machine has: a MinIO binary, else a MinIO container, else S3Proxy; one log line says which.
 */
public final class S3Server implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(S3Server.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  private final S3Software software;
  private final S3Settings settings;
  private @Nullable ServerProcess process;

  private S3Server(S3Software software) {
    this.software = software;
    this.settings =
        new S3Settings(LoopbackPorts.free(), randomHex(10), randomHex(20), temporaryFolder());
  }

  /** Starts the best server that can be had. */
  public static S3Server start() {
    return start(best());
  }

  /** Starts S3Proxy, whatever else could be had. */
  public static S3Server startS3Proxy() {
    return start(new S3Proxy());
  }

  private static S3Server start(S3Software software) {
    S3Server server = new S3Server(software);
    server.resume();
    LOG.log(System.Logger.Level.INFO, "S3 for the tests: {0}", software.name());
    return server;
  }

  private static S3Software best() {
    Optional<S3Software> binary = MinioBinary.find(System.getenv());
    return binary.or(MinioContainer::find).orElseGet(S3Proxy::new);
  }

  /** What is running, to be named in a test's display name. */
  public String name() {
    return software.name();
  }

  public URI endpoint() {
    return settings.endpoint();
  }

  public String accessKey() {
    return settings.accessKey();
  }

  public String secretKey() {
    return settings.secretKey();
  }

  /** Ends the server's process; its port, credentials and objects are kept. */
  public void stop() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  /** Starts the server again after {@link #stop()} and waits until it is ready. */
  public void resume() {
    if (process == null) {
      process = ServerProcess.start(software, settings);
    }
  }

  /** Ends the server and deletes what it kept. */
  @Override
  public void close() {
    stop();
    Folders.delete(settings.folder());
  }

  @Override
  public String toString() {
    return software.name();
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("vorota-s3-");
      Files.createDirectory(folder.resolve("data"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
