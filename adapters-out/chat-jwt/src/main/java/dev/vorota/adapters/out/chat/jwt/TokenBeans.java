package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.token.KeySchedule;
import dev.vorota.chat.token.PublicKeys;
import dev.vorota.chat.token.SigningKeyRepository;
import dev.vorota.chat.token.TokenIssuer;
import dev.vorota.chat.token.TokenLifetimes;
import dev.vorota.chat.token.TokenReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Offers the tokens' issuer, reader and keys to the app, which brings clock and ids. */
@Singleton
final class TokenBeans {

  /** By how much the clocks of two servers may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  @Produces
  @Singleton
  TokenLifetimes lifetimes(TokenConfig config) {
    return new TokenLifetimes(config.accessLifetime(), config.refreshLifetime());
  }

  @Produces
  @Singleton
  KeyRing keyRing(
      SigningKeyRepository repository,
      TokenConfig config,
      TokenLifetimes lifetimes,
      InstantSource clock) {
    KeySchedule schedule =
        new KeySchedule(
            config.keyRotation(), config.keyNotice(), lifetimes.refresh().plus(CLOCK_SKEW));
    return new KeyRing(repository, schedule, RsaKey::generate, clock);
  }

  @Produces
  @Singleton
  TokenIssuer issuer(KeyRing keys, InstantSource clock, Supplier<UUID> ids) {
    return new JwtIssuer(keys, clock, ids);
  }

  @Produces
  @Singleton
  TokenReader reader(KeyRing keys, InstantSource clock) {
    return new JwtReader(keys, clock);
  }

  @Produces
  @Singleton
  PublicKeys publicKeys(KeyRing keys) {
    return new JwksDocument(keys);
  }
}
