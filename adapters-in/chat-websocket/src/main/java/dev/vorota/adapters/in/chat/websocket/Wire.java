package dev.vorota.adapters.in.chat.websocket;

/** The way to one client. Used on the connection's event loop only. */
interface Wire {

  /**
   * @param written is run on the event loop when the frame has left for the network, or never will
   */
  void write(Frame frame, Runnable written);

  /** Asks the peer for a sign of life. */
  void ping();

  /** Says why, and cuts the connection after a moment where the peer does not answer. */
  void close(CloseCode code, String reason);
}
