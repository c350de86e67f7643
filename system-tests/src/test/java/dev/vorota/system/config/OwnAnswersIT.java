package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection.RawAnswer;
import java.io.IOException;
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

    assertThat(gateway.get("/manual").header("location")).isEqualTo("./manual/");
    assertThat(gateway.get("/manual/gone.html").status()).isEqualTo(404);
  }
}
