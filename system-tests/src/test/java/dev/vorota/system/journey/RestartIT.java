package dev.vorota.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.Account;
import dev.vorota.system.client.Answer;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.ChatSocket;
import dev.vorota.system.client.Picture;
import dev.vorota.system.process.Vorota;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Everything survives a restart, whether it was orderly or not. */
final class RestartIT {

  @Test
  void accountsMessagesAvatarsAndSessionsOutliveBothProcesses() throws Exception {
    try (Vorota vorota = Vorota.start("restart");
        Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      byte[] avatar = leaveTraces(vorota, api, anna);

      vorota.gateway().terminate();
      vorota.chat().terminate();
      vorota.restartChat();
      vorota.restartGateway();

      assertTracesStand(api, anna, avatar);

      vorota.chat().kill();
      vorota.gateway().kill();
      vorota.restartChat();
      vorota.restartGateway();

      assertTracesStand(api, anna, avatar);
    }
  }

  private static byte[] leaveTraces(Vorota vorota, Api api, Account anna) throws Exception {
    api.send(
            "PUT",
            "/service/api/me/avatar",
            anna.accessToken(),
            BodyPublishers.ofByteArray(Picture.png(300, 200)),
            "Content-Type",
            "image/png")
        .expect(200);
    try (ChatSocket socket = ChatSocket.open(vorota.address(), anna.accessToken())) {
      socket.next("hello");
      socket.send("kept", "general", "This stays");
      socket.next("ack");
    }
    return avatarOf(api, anna).expect(200).body();
  }

  private static void assertTracesStand(Api api, Account anna, byte[] avatar) {
    api.get("/service/api/me", anna.accessToken()).expect(200);
    Account again = api.login(anna.username(), Api.PASSWORD);
    assertThat(api.history(again, "general"))
        .singleElement()
        .satisfies(message -> assertThat(message.get("text").asText()).isEqualTo("This stays"));
    assertThat(avatarOf(api, again).expect(200).body()).isEqualTo(avatar);
  }

  private static Answer avatarOf(Api api, Account account) {
    return api.get(
        "/service/api/users/" + account.username() + "/avatar?size=64", account.accessToken());
  }
}
