package dev.vorota.app.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A service behind the gateway whose every octet a test decides. */
final class ScriptedUpstream implements Closeable {

  private static final int ACCEPT_TIMEOUT_MILLIS = 10_000;
  private static final int BACKLOG = 16;

  private final ServerSocket server;

  ScriptedUpstream() throws IOException {
    server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    server.setSoTimeout(ACCEPT_TIMEOUT_MILLIS);
  }

  int port() {
    return server.getLocalPort();
  }

  RawConnection accept() throws IOException {
    return new RawConnection(server.accept());
  }

  /** Whether a connection waits to be accepted. */
  boolean isAsked() throws IOException {
    server.setSoTimeout(1);
    try (Socket _ = server.accept()) {
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } finally {
      server.setSoTimeout(ACCEPT_TIMEOUT_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
