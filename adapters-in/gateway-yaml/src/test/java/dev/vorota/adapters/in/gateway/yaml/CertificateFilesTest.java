package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that hold something else than what the document says of them. */
class CertificateFilesTest {

  private static final String DOCUMENT =
      """
      limits:
        public: {rate: 10, burst: 10}
      upstreams:
        a: {endpoints: "https://host", tls: {certificate: client.key, key: authority.pem}}
        b: {endpoints: "https://host", tls: {certificate: authority.pem, key: client.key}}
      routes:
        - id: home
          match: {path: /}
          access: public
          limit: public
          respond: {body: hello}
      """;

  @Test
  void areNamedWithWhatWasExpected() {
    assertThat(Documents.problems(DOCUMENT, Map.of()))
        .containsExactly(
            "gateway.yaml:4:53: upstreams.a.tls.certificate: \"client.key\": expected a file with"
                + " certificates (BEGIN CERTIFICATE)",
            "gateway.yaml:4:70: upstreams.a.tls.key: \"authority.pem\": expected a file with one"
                + " key in PKCS #8 without a password (BEGIN PRIVATE KEY)",
            "gateway.yaml:5:73: upstreams.b.tls.key: \"client.key\": expected the key of the"
                + " certificate");
  }
}
