package dev.vorota.adapters.out.chat.postgres;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code session}. */
@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SessionEntity extends PanacheEntityBase {

  @Id UUID id;

  @Column(name = "user_id", nullable = false)
  UUID userId;

  @Column(name = "refresh_digest", nullable = false)
  String refreshDigest;

  @Column(name = "started_at", nullable = false)
  Instant startedAt;

  @Column(name = "expires_at", nullable = false)
  Instant expiresAt;
}
