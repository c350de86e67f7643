package dev.vorota.system.faults;

import static org.awaitility.Awaitility.await;

import dev.vorota.parts.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;

/** A web server of the JDK in a process of its own, which may be killed and started again. */
final class FileServer implements AutoCloseable {

  private final int port = LoopbackPorts.free();
  private final Path folder;
  private Process process;

  private FileServer(Path folder) throws IOException {
    this.folder = folder;
    this.process = launch();
  }

  /** Serves the files of a folder. */
  static FileServer start(Path folder) throws IOException {
    FileServer server = new FileServer(folder);
    server.awaitListening();
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends it at once, as a power cut would (SIGKILL). */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again at the same port. */
  void startAgain() throws IOException {
    process = launch();
    awaitListening();
  }

  @Override
  public void close() {
    kill();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString(),
            "-b",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-d",
            folder.toAbsolutePath().toString(),
            "-o",
            "none")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitListening() {
    await()
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
              }
            });
  }
}
