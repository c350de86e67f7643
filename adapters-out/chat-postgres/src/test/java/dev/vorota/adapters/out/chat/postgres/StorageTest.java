package dev.vorota.adapters.out.chat.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class StorageTest {

  private static final String CUT_CONNECTIONS =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'";

  @Inject UserRepository users;
  @Inject Chat chat;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @Inject
  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void goesOnAfterEveryConnectionWasCut() throws SQLException {
    User known = chat.user();

    asOperator(CUT_CONNECTIONS);

    assertThat(users.find(known.id())).contains(known);
  }

  @Test
  void tellsThatTheServerDoesNotServeAndGoesOnWhenItDoes() throws SQLException {
    User known = chat.user();
    asOperator("alter database postgres allow_connections false", CUT_CONNECTIONS);
    try {
      assertThatThrownBy(() -> users.find(known.id()))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().kind()).isEqualTo("storage-unavailable");
                assertThat(e.problem().status()).isEqualTo(503);
              });
    } finally {
      asOperator("alter database postgres allow_connections true");
    }
    assertThat(users.find(known.id())).contains(known);
  }

  private void asOperator(String... statements) throws SQLException {
    String elsewhere = url.replaceFirst("/postgres$", "/template1");
    try (Connection connection = DriverManager.getConnection(elsewhere, user, password);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
