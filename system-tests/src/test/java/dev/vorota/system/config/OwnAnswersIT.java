package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection.RawAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers for which no service is asked. */
final class OwnAnswersIT {

  private static ConfiguredGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = ConfiguredGateway.of("answers");
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @Test
  void fixedResponseIsGiven() throws Exception {
    RawAnswer answer = gateway.get("/robots.txt");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/plain");
    assertThat(answer.text()).isEqualTo("User-agent: *\nDisallow: /\n");
    assertThat(gateway.send("HEAD", "/robots.txt").header("content-length")).isEqualTo("26");
  }

  @Test
  void redirectsKeepVariablesPathAndQuery() throws Exception {
    RawAnswer moved = gateway.get("/old/7/all?a=b");
    assertThat(moved.status()).isEqualTo(308);
    assertThat(moved.header("location")).isEqualTo("/new/7?a=b");

    RawAnswer elsewhere = gateway.get("/docs/guide");
    assertThat(elsewhere.status()).isEqualTo(301);
    assertThat(elsewhere.header("location")).isEqualTo("https://docs.example.com/docs/guide");
  }

  @Test
  void filesOfAFolderAreServedWithConditionsAndRanges() throws Exception {
    RawAnswer whole = gateway.get("/manual/");
    assertThat(whole.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(whole.text()).isEqualTo("<p>The manual, page by page.</p>\n");

    String etag = whole.header("etag");
    assertThat(gateway.get("/manual/", "If-None-Match: " + etag).status()).isEqualTo(304);

    RawAnswer part = gateway.get("/manual/", "Range: bytes=3-5");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("content-range")).isEqualTo("bytes 3-5/33");
    assertThat(part.text()).isEqualTo("The");

    String range = "Range: bytes=3-5";
    assertThat(gateway.get("/manual/", range, "If-Range: " + etag).status()).isEqualTo(206);
    assertThat(gateway.get("/manual/", range, "If-Range: \"old\"").status()).isEqualTo(200);
    assertThat(gateway.get("/manual/", "If-Match: \"old\"").status()).isEqualTo(412);
    assertThat(gateway.get("/manual/", "Range: bytes=33-").header("content-range"))
        .isEqualTo("bytes */33");

    assertThat(gateway.get("/manual").header("location")).isEqualTo("./manual/");
    assertThat(gateway.get("/manual/gone.html").status()).isEqualTo(404);
  }

  @Test
  void pagesComeInTheCodingThatIsWantedMost() throws Exception {
    RawAnswer plain = gateway.get("/login");
    RawAnswer brotli = gateway.get("/login", "Accept-Encoding: gzip;q=0.5, br");
    RawAnswer gzip = gateway.get("/login", "Accept-Encoding: gzip, br;q=0");

    assertThat(plain.header("content-encoding")).isNull();
    assertThat(brotli.header("content-encoding")).isEqualTo("br");
    assertThat(gzip.header("content-encoding")).isEqualTo("gzip");
    assertThat(Set.of(plain.header("etag"), brotli.header("etag"), gzip.header("etag"))).hasSize(3);
    assertThat(List.of(plain, brotli, gzip))
        .extracting(answer -> answer.header("vary"))
        .containsOnly("accept-encoding");
    assertThat(
            gateway
                .get("/login", "Accept-Encoding: br", "If-None-Match: " + brotli.header("etag"))
                .status())
        .isEqualTo(304);
  }
}
