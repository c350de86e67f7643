package dev.vorota.app.chat;

import dev.vorota.chat.account.*;
import dev.vorota.chat.avatar.*;
import dev.vorota.chat.token.*;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

@Dependent
class TemporaryPorts {
  static final Map<String, AccessToken> ACCESS = new ConcurrentHashMap<>();
  static final Map<String, RefreshToken> REFRESH = new ConcurrentHashMap<>();

  @Produces
  @Singleton
  @DefaultBean
  PasswordHasher hasher() {
    return new PasswordHasher() {
      @Override
      public PasswordHash hash(Password p) {
        return new PasswordHash(p.value());
      }

      @Override
      public boolean matches(Password p, @Nullable PasswordHash h) {
        return h != null && h.value().equals(p.value());
      }
    };
  }

  @Produces
  @Singleton
  @DefaultBean
  TokenIssuer issuer() {
    return new TokenIssuer() {
      @Override
      public String issue(AccessToken t) {
        String s = UUID.randomUUID().toString();
        ACCESS.put(s, t);
        return s;
      }

      @Override
      public String issue(RefreshToken t) {
        String s = UUID.randomUUID().toString();
        REFRESH.put(s, t);
        return s;
      }
    };
  }

  @Produces
  @Singleton
  @DefaultBean
  TokenReader reader(InstantSource clock) {
    return new TokenReader() {
      @Override
      public AccessToken access(String s) {
        AccessToken t = ACCESS.get(s);
        if (t == null || !clock.instant().isBefore(t.expiresAt()))
          throw TokenProblems.invalidToken("Nope.");
        return t;
      }

      @Override
      public RefreshToken refresh(String s) {
        RefreshToken t = REFRESH.get(s);
        if (t == null || !clock.instant().isBefore(t.expiresAt()))
          throw TokenProblems.invalidToken("Nope.");
        return t;
      }
    };
  }

  @Produces
  @Singleton
  @DefaultBean
  TokenLifetimes lifetimes() {
    return new TokenLifetimes(Duration.ofMinutes(15), Duration.ofDays(30));
  }

  @Produces
  @Singleton
  @DefaultBean
  PublicKeys keys() {
    return () -> "{\"keys\":[]}";
  }

  @Produces
  @Singleton
  @DefaultBean
  AvatarStore store() {
    Map<String, byte[]> m = new ConcurrentHashMap<>();
    return new AvatarStore() {
      @Override
      public String description() {
        return "memory";
      }

      @Override
      public void put(UserId o, AvatarVersion v, Map<AvatarSize, byte[]> p) {
        p.forEach((s, b) -> m.put(o + "/" + v + "/" + s, b));
      }

      @Override
      public Optional<byte[]> get(UserId o, AvatarVersion v, AvatarSize s) {
        return Optional.ofNullable(m.get(o + "/" + v + "/" + s));
      }

      @Override
      public void delete(UserId o, AvatarVersion v) {
        for (AvatarSize s : AvatarSize.values()) m.remove(o + "/" + v + "/" + s);
      }
    };
  }
}
