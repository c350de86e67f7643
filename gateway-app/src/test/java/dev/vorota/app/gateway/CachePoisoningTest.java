package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to let one client's request decide what others get. */
class CachePoisoningTest extends CachePlaneTest {

  private static final String MINUTE = "Cache-Control: max-age=60";

  CachePoisoningTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: DELETE",
        "X-Method-Override: POST",
        "X-Original-URL: /admin",
        "X-Rewrite-URL: /admin",
        "X-Host: evil",
        "X-Forwarded-Port: 1",
        "X-Forwarded-Scheme: nothttps",
        "X-Forwarded-Prefix: /evil",
        "Connection: accept-language",
        "If-Match: \"x\"",
        "Content-Length: 0\r\nConnection: x-tenant"
      })
  void isNeitherKeptNorAnsweredFromWhatIsKept(String field) throws IOException {
    fetch(get("/cached/a", field), ok("evil", MINUTE));
    assertThat(answer()).contains("cache-status: vorota; fwd=bypass\r\n").endsWith("evil");

    keep(get("/cached/a"), ok("good", MINUTE));
    fetch(get("/cached/a", field), ok("evil", MINUTE));
    assertThat(answer()).endsWith("evil");

    assertThat(hit(get("/cached/a"))).endsWith("good");
  }

  @Test
  void bodyOfAGetIsNoPartOfTheKey() throws IOException {
    client.send(get("/cached/a", "Content-Length: 4") + "evil");
    service().readHead();
    service().read(4);
    service().send(ok("evil", MINUTE));
    assertThat(answer()).contains("fwd=bypass\r\n");

    keep(get("/cached/a"), ok("good", MINUTE));
  }

  @Test
  void forgedForwardingFieldsDoNotReachTheUpstream() throws IOException {
    String asked =
        fetch(
            get("/cached/a", "X-Forwarded-Host: evil", "X-Forwarded-Proto: evil"),
            ok("good", MINUTE));

    assertThat(asked).doesNotContain("evil").contains("x-forwarded-host: gate\r\n");
    answer();
    assertThat(hit(get("/cached/a"))).endsWith("good");
  }

  @Test
  void hostsAreKeptApart() throws IOException {
    keep(get("/cached/a"), ok("good", MINUTE));
    keep(get("/cached/a").replace("Host: gate", "Host: evil"), ok("evil", MINUTE));
    keep(get("/cached/a").replace("Host: gate", "Host: gate:81"), ok("evil", MINUTE));
    keep(get("http://evil2/cached/a"), ok("evil", MINUTE));

    assertThat(hit(get("/cached/a"))).endsWith("good");
    assertThat(hit(get("http://GATE/cached/a").replace("Host: gate", "Host: evil")))
        .endsWith("good");
  }

  @Test
  void otherSpellingsOfAPathAreTheSameResource() throws IOException {
    keep(get("/cached/%61"), ok("good", MINUTE));

    assertThat(hit(get("/cached/a"))).endsWith("good");
  }

  @Test
  void queriesAreKeptApart() throws IOException {
    keep(get("/cached/a"), ok("plain", MINUTE));
    keep(get("/cached/a?x=1"), ok("one", MINUTE));
    keep(get("/cached/a?x=2"), ok("two", MINUTE));

    assertThat(hit(get("/cached/a?x=1"))).endsWith("one");
    assertThat(hit(get("/cached/a"))).endsWith("plain");
  }

  @Test
  void parametersThatDoNotCountDoNotReachTheUpstream() throws IOException {
    String asked = fetch(get("/tuned/a?x=1&utm=evil"), ok("good", MINUTE));

    assertThat(asked).startsWith("GET /tuned/a?x=1 HTTP/1.1\r\n");
    answer();
    assertThat(hit(get("/tuned/a?utm=other&x=1"))).endsWith("good");
  }

  @Test
  void fieldsOfTheKeyKeepTenantsApart() throws IOException {
    keep(get("/tuned/a", "X-Tenant: 1"), ok("one", MINUTE));
    keep(get("/tuned/a", "X-Tenant: 2"), ok("two", MINUTE));

    assertThat(hit(get("/tuned/a", "X-Tenant: 1"))).endsWith("one");
  }

  @Test
  void whatSetsACookieIsForItsClientOnly() throws IOException {
    fetch(get("/cached/a"), ok("ann", MINUTE, "Set-Cookie: id=ann"));
    assertThat(answer()).contains("Set-Cookie: id=ann\r\n").doesNotContain("stored");

    fetch(get("/cached/a"), ok("bob", MINUTE));
    assertThat(answer()).endsWith("bob");
  }

  @Test
  void whatIsAuthorizedIsForItsClientOnly() throws IOException {
    fetch(get("/cached/a", "Authorization: Basic YTpi"), ok("ann", MINUTE));
    assertThat(answer()).endsWith("ann");

    fetch(get("/cached/a"), response("401 Unauthorized", "who?"));
    assertThat(answer()).startsWith("HTTP/1.1 401 ");
  }

  @Test
  void nobodyElsesConditionsReachTheUpstream() throws IOException {
    String asked =
        fetch(
            get(
                "/cached/a",
                "If-None-Match: \"evil\"",
                "If-Modified-Since: x",
                "Expect: 100-continue"),
            ok("good", MINUTE));

    assertThat(asked)
        .doesNotContainIgnoringCase("if-none-match")
        .doesNotContainIgnoringCase("if-modified-since")
        .doesNotContainIgnoringCase("expect");
    answer();
    assertThat(hit(get("/cached/a"))).endsWith("good");
  }

  @Test
  void errorsAreNotKeptForNothing() throws IOException {
    fetch(get("/tuned/a", "X-Bad: 1"), response("400 Bad Request", "bad"));
    answer();
    fetch(get("/tuned/a"), ok("good"));
    assertThat(answer()).contains("; stored\r\n");
  }

  @Test
  void otherRoutesKeepTheirOwn() throws IOException {
    keep(get("/cached/a"), ok("a", MINUTE));
    fetch(get("/open/a"), ok("b", MINUTE));
    assertThat(answer()).doesNotContain("cache-status");
    fetch(get("/open/a"), ok("c", MINUTE));
    assertThat(answer()).endsWith("c");
  }
}
