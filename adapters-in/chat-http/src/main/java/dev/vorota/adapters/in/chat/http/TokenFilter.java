package dev.vorota.adapters.in.chat.http;

import dev.vorota.chat.token.TokenReader;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets requests with a valid access token through, and remembers whose they are. */
@Provider
@TokenRequired
@Priority(Priorities.AUTHENTICATION)
public final class TokenFilter implements ContainerRequestFilter {

  /** Looked up late: filters are made while the app is built, keys are read when it runs. */
  private final Instance<TokenReader> tokens;

  private final Caller caller;

  TokenFilter(Instance<TokenReader> tokens, Caller caller) {
    this.tokens = tokens;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    caller.is(tokens.get().access(BearerToken.of(authorization)));
  }
}
