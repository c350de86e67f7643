package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.chat.account.DisplayName;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarVersion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code chat_user}. */
@Entity
@Table(name = "chat_user")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class UserEntity extends PanacheEntityBase {

  @Id UUID id;

  @Column(nullable = false)
  String username;

  @Column(name = "display_name", nullable = false)
  String displayName;

  @Column(name = "password_hash", nullable = false)
  String passwordHash;

  @Nullable String avatar;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  static Optional<UserEntity> named(Username username) {
    return find("username", username.value()).firstResultOptional();
  }

  User toUser() {
    return new User(
        new UserId(id),
        new Username(username),
        new DisplayName(displayName),
        avatar == null ? null : new AvatarVersion(avatar),
        createdAt);
  }
}
