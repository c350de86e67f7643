package dev.vorota.app.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks REST to the chat under test. */
final class ChatClient {

  static final String PASSWORD = "correct horse";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String token;

  private ChatClient(String token) {
    this.token = token;
  }

  /** A client that shows no token. */
  static ChatClient anonymous() {
    return new ChatClient("");
  }

  static ChatClient withToken(String token) {
    return new ChatClient(token);
  }

  /** A name that no other test has. */
  static String freshName() {
    return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  /** Logs a new user in. */
  static Login login() {
    return login(register());
  }

  static String register() {
    String username = freshName();
    Answer answer =
        anonymous()
            .post(
                "/api/register",
                "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}");
    if (answer.status() != 201) {
      throw new AssertionError("Registering must answer 201: " + answer.json());
    }
    return username;
  }

  static Login login(String username) {
    Answer answer =
        anonymous()
            .post(
                "/api/login",
                "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}");
    if (answer.status() != 200) {
      throw new AssertionError("Logging in must answer 200: " + answer.json());
    }
    return new Login(username, answer.text("access_token"), answer.text("refresh_token"));
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + address() + path))
            .timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted.", e);
    }
  }

  /** Host and port of the chat under test. */
  static String address() {
    return "127.0.0.1:"
        + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
  }

  /** A user who is logged in. */
  record Login(String username, String accessToken, String refreshToken) {

    ChatClient client() {
      return withToken(accessToken);
    }

    ChatSocketClient socket() {
      return ChatSocketClient.open(accessToken);
    }
  }
}
