package dev.vorota.adapters.out.gateway.jwt;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jose4j.lang.JoseException;

/** Fetches the issuer's keys. Follows no redirects. */
final class JwksClient implements AutoCloseable {

  private final JwksSettings settings;
  private final HttpRequest request;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  JwksClient(JwksSettings settings) {
    this.settings = settings;
    this.request =
        HttpRequest.newBuilder(settings.uri())
            .timeout(settings.timeout())
            .header("Accept", "application/jwk-set+json, application/json")
            .build();
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(executor)
            .build();
  }

  /** The keys; fails where they can't be had in time or are none. */
  CompletionStage<KeySet> fetch() {
    CompletableFuture<HttpResponse<String>> exchange =
        http.sendAsync(
            request,
            BodyHandlers.limiting(
                BodyHandlers.ofString(StandardCharsets.UTF_8), settings.maxBytes()));
    // The request's own timeout ends with the response's head: this one covers the body too.
    return exchange
        .copy()
        .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((_, _) -> exchange.cancel(true))
        .thenApply(JwksClient::keys);
  }

  @Override
  public void close() {
    http.shutdownNow();
    executor.shutdownNow();
  }

  private static KeySet keys(HttpResponse<String> response) {
    try {
      if (response.statusCode() != 200) {
        throw new JoseException("The status must be 200: " + response.statusCode() + ".");
      }
      return KeySet.parse(response.body());
    } catch (JoseException e) {
      throw new CompletionException(e);
    }
  }
}
