package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Storage.doInTransaction;
import static dev.vorota.adapters.out.chat.postgres.Storage.inTransaction;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import dev.vorota.chat.room.RoomRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class PostgresRooms implements RoomRepository {

  private static final String AS_SEEN =
      """
      select r.name, r.createdAt, r.lastSeq, r.members, m.joinedAt is not null
      from RoomEntity r left join MemberEntity m on m.key.roomId = r.id and m.key.userId = ?1
      """;

  @Override
  public List<Room> all(UserId viewer) {
    return inTransaction(
        () ->
            RoomEntity.find(AS_SEEN + " order by r.name", viewer.value())
                .project(RoomView.class)
                .stream()
                .map(RoomView::toRoom)
                .toList());
  }

  @Override
  public List<Room> joined(UserId member) {
    return inTransaction(
        () ->
            RoomEntity.find(
                    AS_SEEN + " where m.joinedAt is not null order by r.name", member.value())
                .project(RoomView.class)
                .stream()
                .map(RoomView::toRoom)
                .toList());
  }

  @Override
  public Optional<Room> find(RoomName name, UserId viewer) {
    return inTransaction(
        () ->
            RoomEntity.find(AS_SEEN + " where r.name = ?2", viewer.value(), name.value())
                .project(RoomView.class)
                .firstResultOptional()
                .map(RoomView::toRoom));
  }

  @Override
  public void add(RoomName name, UserId founder, Instant at) {
    doInTransaction(
        () -> {
          if (!insert(name, at)) {
            throw RoomProblems.roomExists(name);
          }
          enter(RoomEntity.locked(name), founder, at);
        });
  }

  @Override
  public boolean join(RoomName name, UserId user, Instant at) {
    return inTransaction(() -> enter(RoomEntity.locked(name), user, at));
  }

  @Override
  public boolean leave(RoomName name, UserId user) {
    return inTransaction(
        () -> {
          RoomEntity room = RoomEntity.locked(name);
          boolean left = MemberEntity.deleteById(new MemberEntity.Key(room.id, user.value()));
          if (left) {
            room.members--;
          }
          return left;
        });
  }

  /** Answers false where there is such a room, also one that is being opened just now. */
  private static boolean insert(RoomName name, Instant at) {
    return RoomEntity.getEntityManager()
            .createQuery(
                """
                insert into RoomEntity (name, createdAt, lastSeq, members)
                values (:name, :createdAt, 0, 0)
                on conflict (name) do nothing
                """)
            .setParameter("name", name.value())
            .setParameter("createdAt", at)
            .executeUpdate()
        == 1;
  }

  /** The room's lock keeps others from entering the same user at the same time. */
  private static boolean enter(RoomEntity room, UserId user, Instant at) {
    MemberEntity.Key key = new MemberEntity.Key(room.id, user.value());
    if (MemberEntity.findByIdOptional(key).isPresent()) {
      return false;
    }
    MemberEntity.of(key, at).persist();
    room.members++;
    return true;
  }
}
