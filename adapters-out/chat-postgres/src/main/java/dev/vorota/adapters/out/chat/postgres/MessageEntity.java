package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code message}. */
@Entity
@Table(name = "message")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MessageEntity extends PanacheEntityBase {

  @EmbeddedId Key key;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "author_id", nullable = false)
  UserEntity author;

  @Column(name = "client_id", nullable = false)
  String clientId;

  @Column(nullable = false)
  String text;

  @Column(nullable = false)
  Instant at;

  Message toMessage(RoomName room) {
    return new Message(
        room, key.seq(), new ClientMessageId(clientId), author.toUser(), new MessageText(text), at);
  }

  /** A number in a room. */
  @Embeddable
  record Key(@Column(name = "room_id") long roomId, @Column(name = "seq") long seq) {}
}
