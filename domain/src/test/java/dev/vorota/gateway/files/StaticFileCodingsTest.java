package dev.vorota.gateway.files;

import static dev.vorota.gateway.files.Samples.CACHE;
import static dev.vorota.gateway.files.Samples.CODED;
import static dev.vorota.gateway.files.Samples.FILE;
import static dev.vorota.gateway.files.Samples.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which variant of a file a client gets. */
class StaticFileCodingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | brotli",
        "gzip | gzipped",
        "x-gzip | gzipped",
        "BR | brotli",
        "br;q=0.5, gzip;q=0.9 | gzipped",
        "br;q=0, gzip;q=0.001 | gzipped",
        "* | brotli",
        "br;q=0, * | gzipped",
        "identity, br;q=0.5 | 0123456789",
        "identity;q=0.5, gzip;q=0.5 | gzipped",
        "identity;q=0, br | brotli",
        "zstd, deflate | 0123456789",
        "*;q=0, identity | 0123456789",
        "br;q=high | 0123456789",
        "'' | 0123456789"
      })
  void sendsTheVariantThatIsWantedMost(String accepted, String content) {
    Response response = CODED.answer(get().with("accept-encoding", accepted));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().text()).isEqualTo(content);
    assertThat(response.headers()).contains(new Header("vary", "accept-encoding"));
  }

  @Test
  void sendsNoCodingToWhoNamesNone() {
    assertThat(CODED.answer(get()).body().text()).isEqualTo("0123456789");
    assertThat(CODED.answer(get()).headers())
        .contains(new Header("vary", "accept-encoding"))
        .noneMatch(header -> header.name().equals("content-encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity;q=0", "*;q=0", "zstd, *;q=0", "br;q=0, gzip;q=0, identity;q=0"})
  void refusesWhoTakesNothingThatThereIs(String accepted) {
    Response response = CODED.answer(get().with("accept-encoding", accepted));

    assertThat(response.status()).isEqualTo(406);
    assertThat(response.body().text())
        .contains(accepted)
        .contains("\"expected\":\"br or gzip or identity\"");
  }

  @Test
  void countsRangesAndTagsOnTheVariant() {
    FileRequest brotli = get().with("accept-encoding", "br");

    Response part = CODED.answer(brotli.with("range", "bytes=1-2"));
    assertThat(part.body().text()).isEqualTo("ro");
    assertThat(part.headers())
        .contains(
            new Header("content-range", "bytes 1-2/6"),
            new Header("content-encoding", "br"),
            new Header("etag", "\"b\""));
    assertThat(CODED.answer(brotli.with("if-none-match", "\"p,1\"")).status()).isEqualTo(200);
    assertThat(CODED.answer(brotli.with("if-none-match", "\"b\"")).headers())
        .containsExactly(CACHE, new Header("vary", "accept-encoding"), new Header("etag", "\"b\""));
  }

  @Test
  void doesNotVaryWhereThereIsOneVariant() {
    assertThat(FILE.answer(get().with("accept-encoding", "br")).headers())
        .noneMatch(header -> header.name().equals("vary"));
  }
}
