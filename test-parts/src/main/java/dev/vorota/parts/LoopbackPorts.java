package dev.vorota.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for servers that can't choose one themselves, or that come back to theirs. */
public final class LoopbackPorts {

  /**
   * Below where systems take the ports of outgoing connections from: such a connection could take
   * the port while its server is away, and would then be connected with itself.
   */
  private static final int LOWEST = 15_000;

  private static final int HIGHEST = 32_000;
  private static final int MOST_TRIES = 100;

  private LoopbackPorts() {}

  /** A port that nobody listened on a moment ago. */
  public static int free() {
    for (int i = 0; i < MOST_TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No port between " + LOWEST + " and " + HIGHEST + " was free in " + MOST_TRIES + " tries.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
