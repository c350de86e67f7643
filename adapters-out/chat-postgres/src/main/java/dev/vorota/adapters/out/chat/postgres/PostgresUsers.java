package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Storage.doInTransaction;
import static dev.vorota.adapters.out.chat.postgres.Storage.inTransaction;

import dev.vorota.chat.account.AccountProblems;
import dev.vorota.chat.account.Credentials;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.chat.avatar.AvatarVersions;
import dev.vorota.chat.room.RoomName;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresUsers implements UserRepository, AvatarVersions {

  @Override
  public void add(User user, PasswordHash hash) {
    doInTransaction(
        () -> {
          if (!insert(user, hash)) {
            throw AccountProblems.usernameTaken(user.username());
          }
          RoomEntity general = RoomEntity.locked(RoomName.GENERAL);
          MemberEntity.of(new MemberEntity.Key(general.id, user.id().value()), user.createdAt())
              .persist();
          general.members++;
        });
  }

  @Override
  public Optional<User> find(UserId id) {
    return inTransaction(
        () -> UserEntity.<UserEntity>findByIdOptional(id.value()).map(UserEntity::toUser));
  }

  @Override
  public Optional<User> find(Username username) {
    return inTransaction(() -> UserEntity.named(username).map(UserEntity::toUser));
  }

  @Override
  public Optional<Credentials> credentials(Username username) {
    return inTransaction(
        () ->
            UserEntity.named(username)
                .map(user -> new Credentials(user.toUser(), new PasswordHash(user.passwordHash))));
  }

  @Override
  public @Nullable AvatarVersion set(UserId user, @Nullable AvatarVersion version) {
    return inTransaction(
            () ->
                UserEntity.<UserEntity>findByIdOptional(
                        user.value(), LockModeType.PESSIMISTIC_WRITE)
                    .flatMap(entity -> swap(entity, version)))
        .orElse(null);
  }

  /** Answers false where somebody has the username, also somebody who registers just now. */
  private static boolean insert(User user, PasswordHash hash) {
    return UserEntity.getEntityManager()
            .createQuery(
                """
                insert into UserEntity (id, username, displayName, passwordHash, createdAt)
                values (:id, :username, :displayName, :passwordHash, :createdAt)
                on conflict (username) do nothing
                """)
            .setParameter("id", user.id().value())
            .setParameter("username", user.username().value())
            .setParameter("displayName", user.displayName().value())
            .setParameter("passwordHash", hash.value())
            .setParameter("createdAt", user.createdAt())
            .executeUpdate()
        == 1;
  }

  private static Optional<AvatarVersion> swap(UserEntity user, @Nullable AvatarVersion version) {
    Optional<AvatarVersion> old = Optional.ofNullable(user.avatar).map(AvatarVersion::new);
    user.avatar = version == null ? null : version.value();
    return old;
  }
}
