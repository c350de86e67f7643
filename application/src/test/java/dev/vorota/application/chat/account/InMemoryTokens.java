package dev.vorota.application.chat.account;

import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.TokenIssuer;
import dev.vorota.chat.token.TokenProblems;
import dev.vorota.chat.token.TokenReader;
import java.util.HashMap;
import java.util.Map;

/** Tokens that mean something only to whoever issued them. */
final class InMemoryTokens implements TokenIssuer, TokenReader {

  private final Map<String, AccessToken> access = new HashMap<>();
  private final Map<String, RefreshToken> refresh = new HashMap<>();

  @Override
  public String issue(AccessToken token) {
    String name = "access " + access.size();
    access.put(name, token);
    return name;
  }

  @Override
  public String issue(RefreshToken token) {
    String name = "refresh " + refresh.size();
    refresh.put(name, token);
    return name;
  }

  @Override
  public AccessToken access(String jwt) {
    AccessToken token = access.get(jwt);
    if (token == null) {
      throw TokenProblems.invalidToken("The token is unknown.");
    }
    return token;
  }

  @Override
  public RefreshToken refresh(String jwt) {
    RefreshToken token = refresh.get(jwt);
    if (token == null) {
      throw TokenProblems.invalidToken("The token is unknown.");
    }
    return token;
  }
}
