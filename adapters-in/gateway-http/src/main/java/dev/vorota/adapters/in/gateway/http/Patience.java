package dev.vorota.adapters.in.gateway.http;

import dev.vorota.wire.connection.Movement;
import io.netty.channel.Channel;
import java.time.Duration;

/** How long a client's connection may be still, by what it waits for. */
final class Patience {

  /** What a connection waits for. */
  enum Wait {
    /** The first octet of the next request. */
    REQUEST,
    /** The rest of a request's head. */
    HEAD,
    /** More of a request's body. */
    BODY,
    /** The rest of what nobody wants. */
    REST,
    /** The gateway itself, or the upstream, which has limits of its own. */
    OTHERS,
    /** Either end of a tunnel; the upstream's limit is that of the whole. */
    TUNNEL
  }

  private final Channel channel;
  private final FrontLimits limits;
  private final Movement movement = new Movement();

  Patience(Channel channel, FrontLimits limits) {
    this.channel = channel;
    this.limits = limits;
  }

  /** Something has moved. */
  void note() {
    movement.note();
  }

  /** Whether the client had not taken all that was sent, when that was last looked at. */
  boolean isSending() {
    return movement.isSending();
  }

  /** Whether the connection has been still for too long. To be asked at intervals. */
  boolean isOver(Wait wait, long nowNanos) {
    long still = movement.stillNanos(channel, nowNanos);
    if (wait == Wait.TUNNEL) {
      return false;
    }
    if (movement.isSending()) {
      return still > limits.idleTimeout().toNanos();
    }
    return wait != Wait.OTHERS && still > limit(wait).toNanos();
  }

  private Duration limit(Wait wait) {
    return switch (wait) {
      case REQUEST -> limits.keepAlive();
      case HEAD -> limits.headTimeout();
      case BODY, REST, OTHERS, TUNNEL -> limits.idleTimeout();
    };
  }
}
