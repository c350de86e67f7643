package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.chat.token.SigningKey;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code signing_key}. */
@Entity
@Table(name = "signing_key")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SigningKeyEntity extends PanacheEntityBase {

  @Id long generation;

  @Column(nullable = false)
  String id;

  @Column(name = "private_key", nullable = false)
  byte[] privateKey;

  @Column(name = "signs_from", nullable = false)
  Instant signsFrom;

  SigningKey toKey() {
    return new SigningKey(generation, id, privateKey, signsFrom);
  }
}
