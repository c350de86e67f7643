package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Chat.NOW;
import static dev.vorota.adapters.out.chat.postgres.Chat.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.account.Credentials;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.chat.avatar.AvatarVersions;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomRepository;
import dev.vorota.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresUsersTest {

  @Inject UserRepository users;
  @Inject RoomRepository rooms;
  @Inject AvatarVersions avatars;
  @Inject Chat chat;

  @Test
  void findsWhatWasAdded() {
    User user = stranger();
    users.add(user, new PasswordHash("secret hash"));

    assertThat(users.find(user.id())).contains(user);
    assertThat(users.find(user.username())).contains(user);
    assertThat(users.credentials(user.username()))
        .contains(new Credentials(user, new PasswordHash("secret hash")));
    assertThat(users.find(new Username("nobody"))).isEmpty();
  }

  @Test
  void letsNewUserIntoGeneral() {
    int before = rooms.find(RoomName.GENERAL, stranger().id()).orElseThrow().members();

    User user = chat.user();

    assertThat(rooms.joined(user.id()))
        .singleElement()
        .satisfies(
            general -> {
              assertThat(general.name()).isEqualTo(RoomName.GENERAL);
              assertThat(general.members()).isEqualTo(before + 1);
            });
  }

  @Test
  void letsOneOfManyHaveNameThatAllAskForAtOnce() throws InterruptedException, ExecutionException {
    Username wanted = stranger().username();

    List<String> outcomes = Together.run(12, _ -> add(wanted));

    assertThat(Collections.frequency(outcomes, "added")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "username-taken")).isEqualTo(11);
  }

  @Test
  void answersTheAvatarThatWasShownBefore() {
    User user = chat.user();
    AvatarVersion first = new AvatarVersion("0123456789abcdef");
    AvatarVersion second = new AvatarVersion("fedcba9876543210");

    assertThat(avatars.set(user.id(), first)).isNull();
    assertThat(avatars.set(user.id(), second)).isEqualTo(first);
    assertThat(users.find(user.id()).orElseThrow().avatar()).isEqualTo(second);
    assertThat(avatars.set(user.id(), null)).isEqualTo(second);
    assertThat(users.find(user.id()).orElseThrow().avatar()).isNull();
    assertThat(avatars.set(stranger().id(), first)).isNull();
  }

  private String add(Username username) {
    User other = stranger();
    try {
      users.add(
          new User(other.id(), username, other.displayName(), null, NOW), new PasswordHash("x"));
      return "added";
    } catch (ProblemException e) {
      return e.problem().kind();
    }
  }
}
