package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.app.chat.ChatClient.Login;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AvatarsTest {

  @Test
  void showsAPictureInBothSizes() throws IOException {
    Login login = ChatClient.login();
    Answer changed = put(login, png(), "image/png");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("avatar")).matches("[0-9a-f]{16}");
    assertThat(width(picture(login, ""))).isEqualTo(64);
    assertThat(width(picture(login, "?size=256"))).isEqualTo(256);
  }

  @Test
  void sendsNoPictureThatTheClientHas() throws IOException {
    Login login = ChatClient.login();
    put(login, png(), "image/png");
    Answer picture = picture(login, "");
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("Cache-Control")).isEqualTo("private, max-age=60");
    String tag = picture.header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{16}-64\"");
    ChatClient client = login.client();
    Answer again = client.send(client.request(path(login)).header("If-None-Match", tag).GET());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
  }

  @Test
  void showsNoPictureAfterItIsRemoved() throws IOException {
    Login login = ChatClient.login();
    put(login, png(), "image/png");
    assertThat(login.client().delete("/api/me/avatar").status()).isEqualTo(204);
    Answer none = picture(login, "");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.problem()).isEqualTo("no-avatar");
    assertThat(login.client().get("/api/me").json().path("avatar").isNull()).isTrue();
  }

  @Test
  void refusesALieAboutTheType() throws IOException {
    assertThat(put(ChatClient.login(), png(), "image/jpeg").status()).isEqualTo(415);
  }

  @Test
  void refusesAPictureThatIsTooLong() {
    Login login = ChatClient.login();
    ChatClient client = login.client();
    Answer answer =
        client.send(
            client
                .request("/api/me/avatar")
                .expectContinue(true)
                .header("Content-Type", "image/png")
                .PUT(BodyPublishers.ofByteArray(new byte[5 * 1024 * 1024 + 1])));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("body-too-long");
  }

  @ParameterizedTest
  @CsvSource({"65", "large"})
  void refusesOtherSizes(String size) {
    Answer answer = picture(ChatClient.login(), "?size=" + size);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asText()).isEqualTo("size");
  }

  private static Answer put(Login login, byte[] picture, String mediaType) {
    ChatClient client = login.client();
    return client.send(
        client
            .request("/api/me/avatar")
            .header("Content-Type", mediaType)
            .PUT(BodyPublishers.ofByteArray(picture)));
  }

  private static Answer picture(Login login, String query) {
    return login.client().get(path(login) + query);
  }

  private static String path(Login login) {
    return "/api/users/" + login.username() + "/avatar";
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  private static int width(Answer picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth();
  }
}
