package dev.vorota.adapters.out.chat.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code room_member}. */
@Entity
@Table(name = "room_member")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MemberEntity extends PanacheEntityBase {

  @EmbeddedId Key key;

  @Column(name = "joined_at", nullable = false)
  Instant joinedAt;

  static MemberEntity of(Key key, Instant joinedAt) {
    MemberEntity member = new MemberEntity();
    member.key = key;
    member.joinedAt = joinedAt;
    return member;
  }

  /** Who is where. */
  @Embeddable
  record Key(@Column(name = "room_id") long roomId, @Column(name = "user_id") UUID userId) {}
}
