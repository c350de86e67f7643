package dev.vorota.adapters.in.gateway.http;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * Follows the frames that pass in one direction of a WebSocket, to know where one ends and another
 * may be put in (RFC 6455, section 5.2).
 */
final class WebSocketFrames {

  private static final int SHORT_HEAD = 2;
  private static final int LENGTH = 0x7f;
  private static final int LENGTH_IN_2 = 126;
  private static final int LENGTH_IN_8 = 127;
  private static final int MASKED = 0x80;
  private static final int MASK = 4;

  private int seen;
  private int lengthEnd = SHORT_HEAD;
  private int headEnd = SHORT_HEAD;
  private long length;
  private long left;

  /** Whether all that was followed ends with the end of a frame. */
  boolean isBetween() {
    return seen == 0 && left == 0;
  }

  /** Follows all that can be read of a piece. */
  void follow(ByteBuf data) {
    int length = data.readableBytes();
    if (left >= length) {
      left -= length;
      return;
    }
    ByteBuffer octets = data.nioBuffer();
    while (octets.hasRemaining()) {
      followOne(octets);
    }
  }

  /** Follows a piece to the end of the frame that it goes on with. Returns how long that is. */
  int followOne(ByteBuf data) {
    ByteBuffer octets = data.nioBuffer();
    followOne(octets);
    return data.readableBytes() - octets.remaining();
  }

  private void followOne(ByteBuffer octets) {
    while (left == 0 && octets.hasRemaining()) {
      takeHead(octets.get() & 0xff);
      if (isBetween()) {
        return;
      }
    }
    int step = (int) Math.min(left, octets.remaining());
    left -= step;
    octets.position(octets.position() + step);
  }

  private void takeHead(int octet) {
    seen++;
    if (seen == SHORT_HEAD) {
      int stated = octet & LENGTH;
      length = stated < LENGTH_IN_2 ? stated : 0;
      lengthEnd = SHORT_HEAD + (stated == LENGTH_IN_2 ? 2 : stated == LENGTH_IN_8 ? 8 : 0);
      headEnd = lengthEnd + ((octet & MASKED) == 0 ? 0 : MASK);
    } else if (seen > SHORT_HEAD && seen <= lengthEnd) {
      length = length << 8 | octet;
    }
    if (seen >= SHORT_HEAD && seen == headEnd) {
      seen = 0;
      left = length < 0 ? Long.MAX_VALUE : length;
    }
  }
}
