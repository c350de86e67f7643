package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code room}. */
@Entity
@Table(name = "room")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RoomEntity extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false)
  String name;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "last_seq", nullable = false)
  long lastSeq;

  @Column(nullable = false)
  int members;

  /**
   * Reads the room as its latest writer has committed it, and makes the next writer wait until this
   * transaction has ended.
   *
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-room}
   */
  static RoomEntity locked(RoomName name) {
    return RoomEntity.<RoomEntity>find("name", name.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(() -> RoomProblems.noSuchRoom(name));
  }
}
