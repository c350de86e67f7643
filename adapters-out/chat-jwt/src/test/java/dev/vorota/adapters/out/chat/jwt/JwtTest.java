package dev.vorota.adapters.out.chat.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.KeySchedule;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.RefreshTokenId;
import dev.vorota.chat.token.TokenIssuer;
import dev.vorota.chat.token.TokenReader;
import dev.vorota.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UserId USER = new UserId(UUID.randomUUID());
  private static final Username NAME = new Username("anna");
  private static final SessionId SESSION = new SessionId(UUID.randomUUID());
  private static final AccessToken ACCESS =
      new AccessToken(USER, NAME, SESSION, START.plusSeconds(900));
  private static final RefreshToken REFRESH =
      new RefreshToken(new RefreshTokenId(ID), USER, NAME, SESSION, START.plusSeconds(86_400));

  private Instant now = START;
  private final KeyRing keys =
      new KeyRing(
          new InMemorySigningKeys(),
          new KeySchedule(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(30)),
          RsaKey::generate,
          () -> now);
  private final TokenIssuer issuer = new JwtIssuer(keys, () -> now, () -> ID);
  private final TokenReader reader = new JwtReader(keys, () -> now);

  @Test
  void readsWhatItIssued() {
    assertThat(reader.access(issuer.issue(ACCESS))).isEqualTo(ACCESS);
    assertThat(reader.refresh(issuer.issue(REFRESH))).isEqualTo(REFRESH);
  }

  @Test
  void saysWhatOthersRelyOn() throws JoseException {
    JsonWebSignature jws = parse(issuer.issue(ACCESS));
    jws.setKey(publishedKeys().getFirst());

    assertThat(jws.getAlgorithmHeaderValue()).isEqualTo("RS256");
    assertThat(jws.verifySignature()).isTrue();
    assertThat(jws.getUnverifiedPayload())
        .isEqualTo(
            """
            {"iss":"vorota-chat","sub":"%s","upn":"anna","sid":"%s","jti":"%s",\
            "iat":%d,"exp":%d,"aud":"vorota","groups":["user"]}"""
                .formatted(
                    USER, SESSION, ID, START.getEpochSecond(), START.getEpochSecond() + 900));
    assertThat(parse(issuer.issue(REFRESH)).getUnverifiedPayload())
        .contains("\"aud\":\"vorota-refresh\"", "\"iss\":\"vorota-chat\"");
  }

  @Test
  void publishesNoPrivatePartOfKeys() {
    assertThat(new JwksDocument(keys).jwks())
        .contains("\"kid\":\"" + keys.signing().id() + "\"", "\"alg\":\"RS256\"", "\"use\":\"sig\"")
        .doesNotContain("\"d\":", "\"p\":", "\"q\":", "\"dp\":", "\"dq\":", "\"qi\":");
  }

  @Test
  void takesEachTokenForItsOwnUseOnly() {
    assertRefused(() -> reader.access(issuer.issue(REFRESH)), "The token is for another use.");
    assertRefused(() -> reader.refresh(issuer.issue(ACCESS)), "The token is for another use.");
  }

  @Test
  void refusesTokenThatExpired() {
    String token = issuer.issue(ACCESS);
    now = START.plusSeconds(899);
    assertThat(reader.access(token)).isEqualTo(ACCESS);

    now = START.plusSeconds(912);
    assertRefused(() -> reader.access(token), "The token expired 12 s ago.");
  }

  @Test
  void readsTokensThatKeySignedBeforeTheLatest() {
    RefreshToken longLived =
        new RefreshToken(REFRESH.id(), USER, NAME, SESSION, START.plus(Duration.ofDays(40)));
    String token = issuer.issue(longLived);
    String first = keys.signing().id();
    now = START.plus(Duration.ofDays(30));
    keys.signing();
    now = START.plus(Duration.ofDays(31));

    assertThat(keys.signing().id()).isNotEqualTo(first);
    assertThat(reader.refresh(token)).isEqualTo(longLived);
  }

  @Test
  void refusesTokenOfAnotherIssuer() {
    assertRefused(
        () -> reader.access(signed(claims -> claims.setIssuer("somebody"))),
        "The token has another issuer.");
  }

  @Test
  void refusesTokenWithoutExpiry() {
    assertRefused(
        () -> reader.access(signed(claims -> claims.unsetClaim("exp"))),
        "The token must be a JWT that this chat has signed.");
  }

  @Test
  void refusesTokenOfUnknownKey() {
    RsaKey unknown = RsaKey.of(RsaKey.generate(9, START));
    assertRefused(
        () -> reader.access(sign(goodClaims(), unknown)),
        "The token must be a JWT that this chat has signed.");
  }

  @Test
  void refusesTokenSignedWithThePublicKeyAsSecret() throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    jws.setKeyIdHeaderValue(keys.signing().id());
    jws.setKey(new HmacKey(keys.signing().jwk().getKey().getEncoded()));
    jws.setPayload(goodClaims().toJson());
    String token = jws.getCompactSerialization();

    assertRefused(() -> reader.access(token), "The token must be a JWT that this chat has signed.");
  }

  @Test
  void refusesUnsignedToken() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String token =
        base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(goodClaims().toJson().getBytes(StandardCharsets.UTF_8))
            + ".";

    assertRefused(() -> reader.access(token), "The token must be a JWT that this chat has signed.");
  }

  @Test
  void refusesTokenThatIsTooLong() {
    assertRefused(
        () -> reader.access("a".repeat(8193)),
        "The token must have 8192 characters at most: 8193.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30."})
  void refusesWhatIsNoTokenAndDoesNotShowIt(String garbage) {
    assertRefused(
        () -> reader.access(garbage), "The token must be a JWT that this chat has signed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "upn", "sid"})
  void refusesTokenWhoseClaimIsNoId(String claim) {
    assertRefused(
        () -> reader.access(signed(claims -> claims.setStringClaim(claim, "?"))),
        "The token's claims are malformed.");
  }

  private String signed(Consumer<JwtClaims> change) {
    JwtClaims claims = goodClaims();
    change.accept(claims);
    return sign(claims, keys.signing());
  }

  private static JwtClaims goodClaims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("vorota-chat");
    claims.setAudience("vorota");
    claims.setSubject(USER.toString());
    claims.setStringClaim("upn", NAME.value());
    claims.setStringClaim("sid", SESSION.toString());
    claims.setJwtId(ID.toString());
    claims.setExpirationTime(NumericDate.fromSeconds(START.getEpochSecond() + 900));
    return claims;
  }

  private static String sign(JwtClaims claims, RsaKey key) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    jws.setKeyIdHeaderValue(key.id());
    jws.setKey(key.jwk().getPrivateKey());
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonWebSignature parse(String token) throws JoseException {
    return (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
  }

  private List<Key> publishedKeys() throws JoseException {
    return new JsonWebKeySet(new JwksDocument(keys).jwks())
        .getJsonWebKeys().stream().map(key -> ((RsaJsonWebKey) key).getKey()).toList();
  }

  private static void assertRefused(Runnable reading, String reason) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(401);
              assertThat(e.problem().kind()).isEqualTo("invalid-token");
              assertThat(e.problem().detail()).isEqualTo(reason);
            });
  }
}
