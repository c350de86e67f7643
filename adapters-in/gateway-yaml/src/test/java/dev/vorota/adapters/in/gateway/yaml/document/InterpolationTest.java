package dev.vorota.adapters.in.gateway.yaml.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.adapters.in.gateway.yaml.document.Interpolation.UnresolvedException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("HOST", "gate", "PORT", "80", "EMPTY", "", "API_TOKEN", "s3cret", "ODD", "${HOST}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "${HOST} | gate",
        "http://${HOST}:${PORT}/ | http://gate:80/",
        "${NONE:there} | there",
        "${HOST:there} | gate",
        "<${NONE:}> | <>",
        "<${EMPTY:there}> | <>",
        "${NONE:http://127.0.0.1:8081} | http://127.0.0.1:8081",
        "${NONE:/users/{id}} | /users/{id}",
        "${NONE:${HOST}:${NOR:8080}} | gate:8080",
        "$${HOST} | ${HOST}",
        "${ODD} | ${HOST}",
        "$HOST $ {HOST} $$ | $HOST $ {HOST} $$",
      })
  void putsVariablesIn(String text, String expected) throws UnresolvedException {
    assertThat(Interpolation.of(text, ENVIRONMENT).text()).isEqualTo(expected);
  }

  @Test
  void namesTheVariableThatIsNotSet() {
    assertThatThrownBy(() -> Interpolation.of("http://${CHAT_HOST}/", ENVIRONMENT))
        .isInstanceOf(UnresolvedException.class)
        .hasMessage(
            "expected the variable CHAT_HOST to be set, or a default: ${CHAT_HOST:default}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "a ${HOST", "${}", "${:x}", "${1A}", "${A B}", "${A-B:c}", "${é}"})
  void refusesWhatIsNoVariable(String text) {
    assertThatThrownBy(() -> Interpolation.of(text, ENVIRONMENT))
        .isInstanceOf(UnresolvedException.class);
  }

  @Test
  void refusesVariablesNestedWithoutEnd() {
    String text = "${A:".repeat(10_000) + "}".repeat(10_000);
    assertThatThrownBy(() -> Interpolation.of(text, ENVIRONMENT))
        .isInstanceOf(UnresolvedException.class);
  }

  @Test
  void tellsWhetherASecretWasPutIn() throws UnresolvedException {
    assertThat(Interpolation.of("Bearer ${API_TOKEN}", ENVIRONMENT).secret()).isTrue();
    assertThat(Interpolation.of("${HOST}", ENVIRONMENT).secret()).isFalse();
  }

  @Property
  void takesAValueAsItIs(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name,
      @ForAll String value,
      @ForAll @AlphaChars String around)
      throws UnresolvedException {
    String text = around + "${" + name + "}" + around;
    assertThat(Interpolation.of(text, Map.of(name, value)).text())
        .isEqualTo(around + value + around);
  }

  @Property
  void givesEscapedTextBack(@ForAll String text) throws UnresolvedException {
    String whole = text.replace("$", "");
    assertThat(Interpolation.of(whole + "$${" + whole, Map.of()).text())
        .isEqualTo(whole + "${" + whole);
  }
}
