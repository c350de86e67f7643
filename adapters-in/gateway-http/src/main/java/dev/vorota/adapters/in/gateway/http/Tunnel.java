package dev.vorota.adapters.in.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What passes between the ends of a WebSocket. The gateway takes no part in it, but for its end:
 * when it stops it tells both ends that it goes away, by a close with the code 1001 (RFC 6455,
 * section 7.4.1), and cuts no frame by that.
 */
final class Tunnel {

  private static final int CLOSE = 0x88;
  private static final int GOING_AWAY = 1_001;
  private static final int CODE_LENGTH = 2;
  private static final int MASKED = 0x80;

  private final WebSocketFrames fromClient = new WebSocketFrames();
  private final WebSocketFrames toClient = new WebSocketFrames();
  private boolean leaving;

  /** A piece passes from the client. */
  void passFromClient(ByteBuf data) {
    fromClient.follow(data);
  }

  /**
   * A piece is about to pass to the client. Returns how much of it may: all, until the gateway is
   * to leave; then what is left of the frame that has begun.
   */
  int passToClient(ByteBuf data) {
    if (!leaving) {
      toClient.follow(data);
      return data.readableBytes();
    }
    return toClient.followOne(data);
  }

  /** The gateway is to leave: no new frame passes to the client. */
  void leave() {
    leaving = true;
  }

  /** Whether the gateway is to leave, and no frame to the client is cut by that. */
  boolean mayLeave() {
    return leaving && toClient.isBetween();
  }

  /** What the client is told when the gateway leaves. */
  ByteBuf goodbyeToClient() {
    return Unpooled.buffer(4).writeByte(CLOSE).writeByte(CODE_LENGTH).writeShort(GOING_AWAY);
  }

  /** What the server is told; nothing within a frame. What clients send is masked. */
  ByteBuf goodbyeToServer() {
    if (!fromClient.isBetween()) {
      return Unpooled.EMPTY_BUFFER;
    }
    int mask = ThreadLocalRandom.current().nextInt();
    return Unpooled.buffer(8)
        .writeByte(CLOSE)
        .writeByte(MASKED | CODE_LENGTH)
        .writeInt(mask)
        .writeShort(GOING_AWAY ^ mask >>> Short.SIZE);
  }
}
