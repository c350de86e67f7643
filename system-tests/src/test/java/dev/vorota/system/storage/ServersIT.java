package dev.vorota.system.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.parts.S3Server;
import dev.vorota.system.client.Account;
import dev.vorota.system.client.Answer;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.ChatSocket;
import dev.vorota.system.client.Picture;
import dev.vorota.system.process.PostgresServer;
import dev.vorota.system.process.Vorota;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Row A3: with servers configured, PostgreSQL holds everything but avatars, and S3 holds those. */
final class ServersIT {

  private static PostgresServer postgres;
  private static S3Server s3;
  private static Vorota vorota;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.start("servers");
    s3 = S3Server.start();
    Map<String, String> settings = new HashMap<>(postgres.settings());
    settings.put("S3_ENDPOINT", s3.endpoint().toString());
    settings.put("S3_ACCESS_KEY", s3.accessKey());
    settings.put("S3_SECRET_KEY", s3.secretKey());
    vorota = Vorota.start("servers", settings);
  }

  @AfterAll
  static void stop() {
    vorota.close();
    s3.close();
    postgres.close();
  }

  @Test
  void saysAtStartWhichServersItUsesAndNoSecret() {
    assertThat(vorota.chat().output())
        .contains(postgres.settings().get("DB_URL"))
        .contains(s3.endpoint().toString())
        .doesNotContain(s3.secretKey())
        .doesNotContain(postgres.settings().get("DB_PASSWORD"));
  }

  @Test
  void keepsNothingInItsDataFolder() throws Exception {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      putAvatar(api, anna).expect(200);
      try (ChatSocket socket = ChatSocket.open(vorota.address(), anna.accessToken())) {
        socket.next("hello");
        socket.send("kept", "general", "In the server");
        socket.next("ack");
      }

      assertThat(avatarOf(api, anna).expect(200).header("content-type")).isEqualTo("image/png");
      assertThat(vorota.dataFolder()).doesNotExist();
    }
  }

  @Test
  void avatarsAreAwayWithTheirServerAndComeBackWithIt() throws Exception {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      putAvatar(api, anna).expect(200);

      s3.stop();
      Answer away = putAvatar(api, anna);
      api.get("/service/api/me", anna.accessToken()).expect(200);
      assertThat(away.status()).isEqualTo(503);
      assertThat(away.json().get("type").asText())
          .isEqualTo("urn:vorota:problem:avatars-unavailable");

      s3.resume();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> avatarOf(api, anna).status() == 200 && putAvatar(api, anna).status() == 200);
    }
  }

  private static Answer putAvatar(Api api, Account account) {
    return api.send(
        "PUT",
        "/service/api/me/avatar",
        account.accessToken(),
        BodyPublishers.ofByteArray(Picture.png(300, 200)),
        "Content-Type",
        "image/png");
  }

  private static Answer avatarOf(Api api, Account account) {
    return api.get("/service/api/users/" + account.username() + "/avatar", account.accessToken());
  }
}
