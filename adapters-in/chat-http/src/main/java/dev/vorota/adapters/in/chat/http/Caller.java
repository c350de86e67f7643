package dev.vorota.adapters.in.chat.http;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.token.AccessToken;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Whose request it is. */
@RequestScoped
class Caller {

  private @Nullable AccessToken token;

  void is(AccessToken token) {
    this.token = token;
  }

  UserId user() {
    return token().user();
  }

  SessionId session() {
    return token().session();
  }

  private AccessToken token() {
    if (token == null) {
      throw new IllegalStateException("the resource must be marked as @TokenRequired.");
    }
    return token;
  }
}
