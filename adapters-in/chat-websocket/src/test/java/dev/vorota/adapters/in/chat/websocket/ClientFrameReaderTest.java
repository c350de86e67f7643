package dev.vorota.adapters.in.chat.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import dev.vorota.problem.Violation;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameReaderTest {

  @Test
  void readsSend() throws Exception {
    assertThat(
            ClientFrameReader.read(
                "{\"type\":\"send\",\"id\":\"a-1\",\"room\":\"general\",\"text\":\"Привет 👋\"}"))
        .isEqualTo(
            new ClientFrame.Send(
                new ClientMessageId("a-1"), RoomName.GENERAL, new MessageText("Привет 👋")));
  }

  @Test
  void readsResume() throws Exception {
    assertThat(ClientFrameReader.read("{\"type\":\"resume\",\"rooms\":{\"general\":41}}"))
        .isEqualTo(new ClientFrame.Resume(Map.of(RoomName.GENERAL, 41L)));
  }

  @Test
  void readsPing() throws Exception {
    assertThat(ClientFrameReader.read("{\"type\":\"ping\"}")).isEqualTo(new ClientFrame.Ping());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "42",
        "null",
        "\"ping\"",
        "{\"type\":\"ping\"}{}",
        "{\"type\":\"ping\",\"type\":\"send\"}",
        "{\"type\":\"ping\",}",
        "{type:'ping'}",
        "<frame/>"
      })
  void callsWhatIsNotOneJsonObjectMalformed(String text) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> ClientFrameReader.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                             | type         ",
        "{\"type\":7}                                                   | type         ",
        "{\"type\":\"shout\"}                                           | type         ",
        "{\"type\":\"ping\",\"extra\":1}                                | extra        ",
        "{\"type\":\"send\",\"room\":\"general\",\"text\":\"x\"}        | id           ",
        "{\"type\":\"send\",\"id\":\"a b\",\"room\":\"general\",\"text\":\"x\"} | id    ",
        "{\"type\":\"send\",\"id\":\"a\",\"room\":\"Big\",\"text\":\"x\"}       | room  ",
        "{\"type\":\"send\",\"id\":\"a\",\"room\":\"general\",\"text\":\" \"}   | text  ",
        "{\"type\":\"send\",\"id\":\"a\",\"room\":\"general\",\"text\":null}    | text  ",
        "{\"type\":\"resume\"}                                          | rooms        ",
        "{\"type\":\"resume\",\"rooms\":[]}                             | rooms        ",
        "{\"type\":\"resume\",\"rooms\":{\"general\":-1}}               | rooms.general",
        "{\"type\":\"resume\",\"rooms\":{\"general\":1.5}}              | rooms.general",
        "{\"type\":\"resume\",\"rooms\":{\"general\":\"1\"}}            | rooms.general",
        "{\"type\":\"resume\",\"rooms\":{\"general\":99999999999999999999}} | rooms.general"
      })
  void refusesNamingTheField(String text, String field) {
    RefusedFrameException refused =
        catchThrowableOfType(RefusedFrameException.class, () -> ClientFrameReader.read(text));
    assertThat(refused.problem().kind()).isEqualTo("invalid-input");
    assertThat(refused.problem().violations()).extracting(Violation::field).contains(field);
  }

  @Test
  void tellsEverythingThatIsWrongWithASendAtOnce() {
    RefusedFrameException refused =
        catchThrowableOfType(
            RefusedFrameException.class,
            () -> ClientFrameReader.read("{\"type\":\"send\",\"id\":\"a b\",\"room\":\"\"}"));
    assertThat(refused.id()).isEqualTo("a b");
    assertThat(refused.problem().violations())
        .extracting(Violation::field)
        .containsExactly("id", "room", "text");
  }

  @Property
  void answersWhateverComesWithItsOwnExceptionsOnly(@ForAll String text) {
    try {
      ClientFrameReader.read(text);
    } catch (MalformedFrameException | RefusedFrameException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
