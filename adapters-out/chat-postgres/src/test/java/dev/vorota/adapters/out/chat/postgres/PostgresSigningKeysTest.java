package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Chat.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.token.SigningKey;
import dev.vorota.chat.token.SigningKeyRepository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresSigningKeysTest {

  @Inject SigningKeyRepository keys;

  @Test
  void letsOneOfManyServersAddGeneration() throws InterruptedException, ExecutionException {
    List<Boolean> added = Together.run(6, server -> keys.add(key(1, "of server " + server)));
    keys.add(key(2, "second"));

    assertThat(Collections.frequency(added, true)).isEqualTo(1);
    assertThat(keys.all()).extracting(SigningKey::generation).containsExactly(1L, 2L);
    assertThat(keys.all().getLast())
        .satisfies(
            key -> {
              assertThat(key.id()).isEqualTo("second");
              assertThat(key.privateKey()).containsExactly(1, 2, 3);
              assertThat(key.signsFrom()).isEqualTo(NOW);
            });

    keys.forgetBefore(2);
    assertThat(keys.all()).extracting(SigningKey::id).containsExactly("second");
  }

  private static SigningKey key(long generation, String id) {
    return new SigningKey(generation, id, new byte[] {1, 2, 3}, NOW);
  }
}
