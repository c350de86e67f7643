package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.chat.message.Message;

/** A message on its way to all who are in its room. */
record Delivery(long seq, Frame frame) {

  static Delivery of(Message message) {
    return new Delivery(message.seq(), ServerFrames.message(message));
  }
}
