package dev.vorota.gateway.files;

import static dev.vorota.gateway.files.Samples.AFTER;
import static dev.vorota.gateway.files.Samples.BEFORE;
import static dev.vorota.gateway.files.Samples.CODED;
import static dev.vorota.gateway.files.Samples.FILE;
import static dev.vorota.gateway.files.Samples.MODIFIED;
import static dev.vorota.gateway.files.Samples.PLAIN;
import static dev.vorota.gateway.files.Samples.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file answers to ranges. */
class StaticFileRangesTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-, 456789, bytes 4-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=0-99, 0123456789, bytes 0-9/10"
  })
  void sendsAPartWithoutACopy(String range, String content, String contentRange) {
    Response response = FILE.answer(get().with("range", range));

    assertThat(response.status()).isEqualTo(206);
    assertThat(response.body().text()).isEqualTo(content);
    assertThat(response.body().octets()).isSameAs(PLAIN.content());
    assertThat(response.headers())
        .containsAll(FILE.answer(get()).headers())
        .contains(new Header("content-range", contentRange));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0", "bytes=3-1", "bytes=x"})
  void saysWhatThereIsWhereARangeIsOfNothing(String range) {
    Response response = FILE.answer(get().with("range", range));

    assertThat(response.status()).isEqualTo(416);
    assertThat(response.headers()).contains(new Header("content-range", "bytes */10"));
    assertThat(response.body().text()).contains("\"field\":\"range\",\"value\":\"" + range);
  }

  @Test
  void sendsTheWholeForSeveralRangesAndForHead() {
    FileRequest head = FileRequest.of("HEAD", "/");

    assertThat(FILE.answer(get().with("range", "bytes=0-1,4-5")).status()).isEqualTo(200);
    assertThat(FILE.answer(head.with("range", "bytes=0-1")).status()).isEqualTo(200);
    assertThat(FILE.answer(head.with("range", "bytes=99-")).status()).isEqualTo(200);
    assertThat(FILE.answer(get().with("range", "bytes=0-1").with("range", "bytes=2-3")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"p,1\" | 206",
        "W/\"p,1\" | 200",
        "\"a\" | 200",
        "\"a\", \"p,1\" | 200",
        "* | 200",
        MODIFIED + " | 206",
        BEFORE + " | 200",
        AFTER + " | 200"
      })
  void sendsAPartOnlyOfWhatTheClientHas(String validator, int status) {
    FileRequest request = get().with("range", "bytes=0-1").with("if-range", validator);
    assertThat(FILE.answer(request).status()).isEqualTo(status);
  }

  @Test
  void doesNotTellVariantsApartByTheirDate() {
    FileRequest request = get().with("range", "bytes=0-1");

    assertThat(CODED.answer(request.with("if-range", MODIFIED)).status()).isEqualTo(200);
    assertThat(CODED.answer(request.with("if-range", "\"p,1\"")).status()).isEqualTo(206);
  }
}
