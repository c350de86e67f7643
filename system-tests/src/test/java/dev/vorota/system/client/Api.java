package dev.vorota.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The REST interface, called through the gateway. */
public final class Api implements AutoCloseable {

  public static final String PASSWORD = "a long enough password";

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final URI gateway;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public Api(URI gateway) {
    this.gateway = gateway;
  }

  public URI gateway() {
    return gateway;
  }

  /** A name that no other test of this run takes. */
  public static String freshName(String prefix) {
    return prefix + "_" + NAMES.incrementAndGet() + "_" + ProcessHandle.current().pid();
  }

  /** Registers a user under a fresh name that starts with the prefix, and logs in. */
  public Account newAccount(String prefix) {
    String username = freshName(prefix);
    register(username, PASSWORD).expect(201);
    return login(username, PASSWORD);
  }

  public Answer register(String username, String password) {
    return post(
        "/service/api/register", null, Json.object("username", username, "password", password));
  }

  public Account login(String username, String password) {
    JsonNode tokens =
        post("/service/api/login", null, Json.object("username", username, "password", password))
            .expect(200)
            .json();
    return new Account(
        username, tokens.get("access_token").asText(), tokens.get("refresh_token").asText());
  }

  /** The messages of a room, oldest first; at most 100. */
  public JsonNode history(Account account, String room) {
    return get("/service/api/rooms/" + room + "/messages?limit=100", account.accessToken())
        .expect(200)
        .json()
        .get("messages");
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, token, BodyPublishers.noBody());
  }

  public Answer post(String path, @Nullable String token, JsonNode body) {
    return send(
        "POST",
        path,
        token,
        BodyPublishers.ofString(body.toString()),
        "Content-Type",
        "application/json");
  }

  /**
   * Sends any request.
   *
   * @param token for {@code Authorization}, or null to go without
   * @param headers name, value, name, value, …
   */
  public Answer send(
      String method, String path, @Nullable String token, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
