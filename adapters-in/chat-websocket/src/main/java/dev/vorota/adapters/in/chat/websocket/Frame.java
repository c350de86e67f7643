package dev.vorota.adapters.in.chat.websocket;

import io.netty.buffer.ByteBufUtil;

/**
 * An encoded frame; one that goes to many is encoded once.
 *
 * @param text the JSON
 * @param bytes its length in UTF-8
 */
record Frame(String text, int bytes) {

  static Frame of(String text) {
    return new Frame(text, ByteBufUtil.utf8Bytes(text));
  }
}
