package dev.vorota.adapters.out.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.out.gateway.jwt.TokenReader.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jose4j.jwk.PublicJsonWebKey;

/** Whatever a stranger sends, it is read without failing and never taken for signed. */
class TokenReaderTest {

  private static final PublicJsonWebKey KEY = Issuer.ecKey("key");
  private static final KeySet KEYS =
      new KeySet(Map.of("key", new KeySet.Entry("ES256", KEY.getPublicKey())));
  private static final String TOKEN = new Issuer(new MovableClock()).token(KEY);

  private final TokenReader reader = new TokenReader(Issuer.NAME);

  @Property
  void refusesAnyText(@ForAll String text) {
    assertThat(reader.read(text, KEYS)).isInstanceOf(Reading.Wrong.class);
  }

  @Property
  void refusesAnyHeader(@ForAll String header) {
    String[] parts = TOKEN.split("\\.", -1);
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8));

    assertThat(reader.read(encoded + "." + parts[1] + "." + parts[2], KEYS))
        .isInstanceOf(Reading.Wrong.class);
  }

  @Property
  void refusesATokenOfWhichACharacterOfItsContentIsAnother(
      @ForAll @IntRange(max = 10_000) int position) {
    int changed = position % TOKEN.lastIndexOf('.');
    char other = TOKEN.charAt(changed) == 'A' ? 'B' : 'A';
    String damaged = TOKEN.substring(0, changed) + other + TOKEN.substring(changed + 1);

    assertThat(reader.read(damaged, KEYS)).isNotInstanceOf(Reading.Signed.class);
  }

  @Property
  void refusesATokenThatIsCutShort(@ForAll @IntRange(max = 10_000) int length) {
    assertThat(reader.read(TOKEN.substring(0, length % TOKEN.length()), KEYS))
        .isNotInstanceOf(Reading.Signed.class);
  }
}
