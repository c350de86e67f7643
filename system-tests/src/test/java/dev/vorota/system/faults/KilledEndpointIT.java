package dev.vorota.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vorota.system.client.Json;
import dev.vorota.system.process.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two endpoints is killed under load, and comes back; what clients and operators see. */
final class KilledEndpointIT {

  private static final int CLIENTS = 4;
  private static final Path CONFIG =
      Path.of("src/test/resources/dev/vorota/system/faults/endpoints.yaml");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicBoolean goesOn = new AtomicBoolean(true);
  private final AtomicInteger answered = new AtomicInteger();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  void noRequestFailsAndTheEndpointIsShownAsOutUntilItIsBack(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("up.txt"), "up");
    try (FileServer one = FileServer.start(folder);
        FileServer other = FileServer.start(folder);
        Gateway gateway =
            Gateway.start(
                "killed-endpoint",
                one.address(),
                Map.of(
                    "GATEWAY_CONFIG", CONFIG.toAbsolutePath().toString(),
                    "ONE", one.address().toString(),
                    "OTHER", other.address().toString()))) {
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(Thread.ofVirtual().start(() -> ask(gateway.address().resolve("/up.txt"))));
      }
      awaitAnswers(400);
      assertThat(state(gateway, one)).isEqualTo("available");

      one.kill();
      await().until(() -> state(gateway, one).equals("out"));
      assertThat(endpoint(gateway, one).path("reasons")).isNotEmpty();
      assertThat(state(gateway, other)).isEqualTo("available");
      awaitAnswers(400);

      one.startAgain();
      await().until(() -> state(gateway, one).equals("available"));
      int before = answersOf(gateway, one);
      await().until(() -> answersOf(gateway, one) > before + 100);

      goesOn.set(false);
      for (Thread client : clients) {
        client.join();
      }
    }
    assertThat(faults).isEmpty();
  }

  private void ask(URI file) {
    HttpRequest request = HttpRequest.newBuilder(file).build();
    while (goesOn.get()) {
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().equals("up")) {
          faults.add(answer.statusCode() + " " + answer.body());
        }
        answered.incrementAndGet();
      } catch (IOException broken) {
        faults.add(broken.toString());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void awaitAnswers(int more) {
    int before = answered.get();
    await().until(() -> answered.get() > before + more);
  }

  private String state(Gateway gateway, FileServer server) throws Exception {
    return endpoint(gateway, server).path("state").asText();
  }

  private int answersOf(Gateway gateway, FileServer server) throws Exception {
    return endpoint(gateway, server).path("exchanges").path("answers").asInt();
  }

  private JsonNode endpoint(Gateway gateway, FileServer server)
      throws IOException, InterruptedException {
    URI view = gateway.managementAddress().resolve("/upstreams");
    String text =
        http.send(HttpRequest.newBuilder(view).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode endpoint : Json.parse(text).path("upstreams").path(0).path("endpoints")) {
      if (endpoint.path("address").asText().equals(server.address().getAuthority())) {
        return endpoint;
      }
    }
    throw new AssertionError("Not shown: " + server.address() + " in " + text);
  }
}
