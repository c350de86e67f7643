package dev.vorota.app.chat;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.message.Messages;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Says more in rooms than a connection may in a moment. */
@Singleton
public class Speech {

  @Inject Accounts accounts;
  @Inject Messages messages;

  void say(String username, String room, String id, String text) {
    messages.send(
        accounts.user(new Username(username)).id(),
        new RoomName(room),
        new ClientMessageId(id),
        new MessageText(text));
  }
}
