package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.TokenReader;
import dev.vorota.problem.Problem;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;

/** Lets those open a connection who offer the protocol and a valid access token. */
@ApplicationScoped
class TokenCheck implements HttpUpgradeCheck {

  static final TypedKey<AccessToken> TOKEN = new TypedKey<>("access-token");

  private final TokenReader tokens;
  private final ExecutorService aside;

  TokenCheck(TokenReader tokens, @VirtualThreads ExecutorService aside) {
    this.tokens = tokens;
    this.aside = aside;
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
    HttpServerRequest request = upgrade.httpRequest();
    Utf8.require(request.connection());
    return Uni.createFrom()
        .item(() -> tokens.access(OfferedProtocols.of(request).token()))
        .runSubscriptionOn(aside)
        .map(
            token -> {
              upgrade.userData().put(TOKEN, token);
              return CheckResult.permitUpgradeSync();
            })
        .onFailure()
        .recoverWithUni(failure -> refuse(request.response(), failure));
  }

  /** Answers by itself and leaves the framework waiting, since that would send no document. */
  private static Uni<CheckResult> refuse(HttpServerResponse answer, Throwable failure) {
    Problem problem = problem(failure);
    answer
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == 401) {
      answer.putHeader("WWW-Authenticate", "Bearer realm=\"vorota\"");
    }
    answer.end(ServerFrames.problem(problem).toString());
    return Uni.createFrom().nothing();
  }

  private static Problem problem(Throwable failure) {
    return failure instanceof RuntimeException exception
        ? FailureReport.problem(exception)
        : FailureReport.problem(new IllegalStateException(failure));
  }
}
