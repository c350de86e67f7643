package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Storage.doInTransaction;
import static dev.vorota.adapters.out.chat.postgres.Storage.inTransaction;

import dev.vorota.chat.token.SigningKey;
import dev.vorota.chat.token.SigningKeyRepository;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class PostgresSigningKeys implements SigningKeyRepository {

  @Override
  public List<SigningKey> all() {
    return inTransaction(
        () ->
            SigningKeyEntity.<SigningKeyEntity>findAll(Sort.by("generation")).stream()
                .map(SigningKeyEntity::toKey)
                .toList());
  }

  @Override
  public boolean add(SigningKey key) {
    return inTransaction(
        () ->
            SigningKeyEntity.getEntityManager()
                    .createQuery(
                        """
                        insert into SigningKeyEntity (generation, id, privateKey, signsFrom)
                        values (:generation, :id, :privateKey, :signsFrom)
                        on conflict (generation) do nothing
                        """)
                    .setParameter("generation", key.generation())
                    .setParameter("id", key.id())
                    .setParameter("privateKey", key.privateKey())
                    .setParameter("signsFrom", key.signsFrom())
                    .executeUpdate()
                == 1);
  }

  @Override
  public void forgetBefore(long generation) {
    doInTransaction(() -> SigningKeyEntity.delete("generation < ?1", generation));
  }
}
