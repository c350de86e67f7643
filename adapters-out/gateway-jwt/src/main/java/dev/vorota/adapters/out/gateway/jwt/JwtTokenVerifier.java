package dev.vorota.adapters.out.gateway.jwt;

import dev.vorota.adapters.out.gateway.jwt.TokenReader.Reading;
import dev.vorota.gateway.access.TokenVerifier;
import dev.vorota.gateway.access.Verification;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Verifies JWTs with the keys that their issuer publishes as a JWK set. Signed with RS256, ES256 or
 * EdDSA; anything else is refused.
 *
 * <p>A token's signature is checked once; later it is remembered, and only its times and audience
 * are checked. New keys make all be forgotten, so that a key that is withdrawn takes its tokens
 * along.
 *
 * <p>A {@link Verification.Pending} completes on a virtual thread of its own, not on the caller's.
 */
public final class JwtTokenVerifier implements TokenVerifier, AutoCloseable {

  /** No token of ours comes near it; longer ones are refused unread. */
  private static final int MAX_TOKEN_LENGTH = 8 * 1024;

  /** How many wrong tokens are remembered: few, since their senders choose their length. */
  private static final int REMEMBERED_WRONG = 256;

  private final TokenRules rules;
  private final long skewSeconds;
  private final InstantSource clock;
  private final RemoteKeys remote;
  private final TokenReader reader;
  private volatile @Nullable Memory memory;

  /**
   * Fetches nothing yet: the first token does, or {@link #refresh()}.
   *
   * @param clock tells whether tokens are in their time, and when keys get old
   */
  public JwtTokenVerifier(TokenRules rules, JwksSettings jwks, InstantSource clock) {
    this.rules = rules;
    this.skewSeconds = rules.clockSkew().toSeconds();
    this.clock = clock;
    this.remote = new RemoteKeys(jwks, clock);
    this.reader = new TokenReader(rules.issuer());
  }

  @Override
  public Verification verify(String token, String audience) {
    if (token.length() > MAX_TOKEN_LENGTH) {
      return new Verification.Refused(
          "The token must have at most 8192 characters: " + token.length() + ".");
    }
    return verify(token, audience, true);
  }

  /** Fetches the keys in the background, unless they were fetched just now. */
  public void refresh() {
    remote.refresh();
  }

  @Override
  public void close() {
    remote.close();
  }

  /**
   * @param mayFetch whether to ask the issuer for a key that is not there; false once it was asked
   */
  private Verification verify(String token, String audience, boolean mayFetch) {
    KeySet keys = remote.current();
    if (keys == null) {
      return mayFetch ? afterFetch(token, audience) : unavailable();
    }
    Memory known = memory(keys);
    SignedClaims signed = known.signed.get(token);
    if (signed != null) {
      return signed.check(audience, clock.millis() / 1_000, skewSeconds);
    }
    Verification.Refused wrong = known.wrong.get(token);
    if (wrong != null) {
      return wrong;
    }
    return switch (reader.read(token, keys)) {
      case Reading.Signed(SignedClaims claims) -> {
        known.signed.put(token, claims);
        yield claims.check(audience, clock.millis() / 1_000, skewSeconds);
      }
      case Reading.Wrong(String reason) -> {
        Verification.Refused refused = new Verification.Refused(reason);
        known.wrong.put(token, refused);
        yield refused;
      }
      // Not remembered: the next fetch may bring the key.
      case Reading.UnknownKey(String kid) ->
          mayFetch ? afterFetch(token, audience) : unknownKey(kid);
    };
  }

  /**
   * Verifies again once the issuer was asked; at once where it is too early to ask, since a fetch
   * may have ended after the keys were looked at.
   */
  private Verification afterFetch(String token, String audience) {
    CompletionStage<?> fetch = remote.refresh();
    return fetch == null
        ? verify(token, audience, false)
        : new Verification.Pending(fetch.thenApply(_ -> verify(token, audience, false)));
  }

  /** Where the issuer can't be asked, it may well have published the key: nothing can be said. */
  private Verification unknownKey(String kid) {
    return remote.isAway()
        ? unavailable()
        : new Verification.Refused(
            "The token's key is none of its issuer's: " + Quoted.of(kid) + ".");
  }

  private static Verification unavailable() {
    return new Verification.Unavailable("The keys of the token's issuer can't be had at present.");
  }

  @SuppressWarnings("ReferenceEquality") // the same keys are the same object: see RemoteKeys
  private Memory memory(KeySet keys) {
    Memory current = memory;
    if (current == null || current.keys != keys) {
      current = new Memory(keys, rules.remembered());
      memory = current;
    }
    return current;
  }

  /** What is known of tokens under one set of keys. */
  private static final class Memory {

    private final KeySet keys;
    private final TokenMemory<SignedClaims> signed;
    private final TokenMemory<Verification.Refused> wrong = new TokenMemory<>(REMEMBERED_WRONG);

    Memory(KeySet keys, int remembered) {
      this.keys = keys;
      this.signed = new TokenMemory<>(remembered);
    }
  }
}
