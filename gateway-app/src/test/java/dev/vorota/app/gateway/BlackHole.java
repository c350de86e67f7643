package dev.vorota.app.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A service whose system drops every attempt to connect without a word: its backlog is full. */
final class BlackHole implements Closeable {

  private static final int FULL_AFTER_MILLIS = 200;

  private final ServerSocket server;
  private final List<Socket> waiting = new ArrayList<>();

  BlackHole() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    boolean full = false;
    while (!full) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), FULL_AFTER_MILLIS);
      } catch (SocketTimeoutException dropped) {
        full = true;
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : waiting) {
      socket.close();
    }
    server.close();
  }
}
