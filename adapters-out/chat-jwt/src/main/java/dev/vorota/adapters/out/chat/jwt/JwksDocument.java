package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.token.PublicKeys;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

final class JwksDocument implements PublicKeys {

  private final KeyRing keys;

  JwksDocument(KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public String jwks() {
    JsonWebKeySet set =
        new JsonWebKeySet(keys.published().stream().<JsonWebKey>map(RsaKey::jwk).toList());
    return set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
