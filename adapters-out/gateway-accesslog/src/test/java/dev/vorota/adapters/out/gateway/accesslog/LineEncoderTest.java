package dev.vorota.adapters.out.gateway.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vorota.gateway.record.ExchangeRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEncoderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void writesOneObjectWithTheNamesOfTheSchema() {
    assertThat(encode(Exchanges.whole()))
        .isEqualTo(
            "{\"@timestamp\":\"2026-01-31T12:00:00.007Z\","
                + "\"http.request.method\":\"POST\","
                + "\"url.path\":\"/service/api/rooms\","
                + "\"http.response.status_code\":429,"
                + "\"event.duration\":1234567,"
                + "\"client.ip\":\"198.51.100.7\","
                + "\"user.name\":\"olga\","
                + "\"http.request.body.bytes\":17,"
                + "\"http.response.body.bytes\":4096,"
                + "\"vorota.route\":\"chat\","
                + "\"vorota.upstream\":\"127.0.0.1:8081\","
                + "\"vorota.limit\":\"user\"}\n");
  }

  @Test
  void leavesOutWhatIsNotKnown() throws JsonProcessingException {
    JsonNode line = JSON.readTree(encode(Exchanges.of("/")));

    assertThat(line.has("user.name")).isFalse();
    assertThat(line.has("vorota.upstream")).isFalse();
    assertThat(line.has("vorota.limit")).isFalse();
    assertThat(line.path("client.ip").textValue()).isEqualTo("2001:db8:0:0:0:0:0:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/\"},\"http.response.status_code\":200,\"x\":{\"",
        "/\\",
        "/\\\"",
        "/a\nb",
        "/a\r\n{\"@timestamp\":\"forged\"}",
        "/\u0000\u0001\u001b[31m\u007f\u0085\u009b",
        "/\u2028\u2029",
        "/привет/🙂"
      })
  void letsNoPathEndItsStringOrItsLine(String path) throws JsonProcessingException {
    String line = encode(Exchanges.of(path));

    assertThat(line).endsWith("}\n").doesNotContainPattern("[\\p{Cc}\u2028\u2029](?!\\z)");
    assertThat(JSON.readTree(line).path("url.path").textValue()).isEqualTo(path);
    assertThat(JSON.readTree(line).path("http.response.status_code").intValue()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude42", "\ude42\ud83d", "\ud83d\ud83d\ude42"})
  void replacesHalvesOfSurrogatePairs(String half) throws JsonProcessingException {
    String written = JSON.readTree(encode(Exchanges.of(half))).path("url.path").textValue();

    assertThat(written).isEqualTo(wellFormed(half));
  }

  @Property
  void bringsAnyTextThroughAsItWas(@ForAll String method, @ForAll String path)
      throws JsonProcessingException {
    String line = encode(Exchanges.of(method, path));

    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    JsonNode read = JSON.readTree(line);
    assertThat(read.path("http.request.method").textValue()).isEqualTo(wellFormed(method));
    assertThat(read.path("url.path").textValue()).isEqualTo(wellFormed(path));
  }

  @Property
  void writesAnyNumberAsItWas(@ForAll long number) throws JsonProcessingException {
    JsonBuffer buffer = new JsonBuffer();
    buffer.number(number);

    assertThat(JSON.readTree(text(buffer)).longValue()).isEqualTo(number);
  }

  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
  }

  private static String encode(ExchangeRecord exchange) {
    JsonBuffer buffer = new JsonBuffer();
    new LineEncoder(buffer).encode(exchange);
    return text(buffer);
  }

  private static String text(JsonBuffer buffer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      buffer.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
