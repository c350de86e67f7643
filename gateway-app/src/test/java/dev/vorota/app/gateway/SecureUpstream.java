package dev.vorota.app.gateway;

import dev.vorota.parts.Certificates;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A service behind the gateway over TLS whose every octet a test decides. */
final class SecureUpstream implements Closeable {

  private static final int ACCEPT_TIMEOUT_MILLIS = 10_000;
  private static final int BACKLOG = 16;

  private final SSLServerSocket server;

  /**
   * @param name as which it shows itself
   */
  SecureUpstream(String name, boolean asksForCertificate)
      throws IOException, GeneralSecurityException {
    server =
        (SSLServerSocket)
            Certificates.server(name)
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    server.setSoTimeout(ACCEPT_TIMEOUT_MILLIS);
    server.setNeedClientAuth(asksForCertificate);
  }

  int port() {
    return server.getLocalPort();
  }

  SSLSocket accept() throws IOException {
    return (SSLSocket) server.accept();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
