package dev.vorota.adapters.in.chat.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Has a connection closed with 1007 on text that is not UTF-8 (RFC 6455, section 8.1). Vert.x puts
 * U+FFFD in place of broken bytes before anybody sees them, so Netty's check goes in front of it.
 */
final class Utf8 {

  private Utf8() {}

  static void require(HttpConnection connection) {
    ChannelHandlerContext vertx = ((ConnectionBase) connection).channelHandlerContext();
    vertx.pipeline().addBefore(vertx.name(), null, new Utf8FrameValidator());
  }
}
