package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.routing.HostPattern;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TlsIdentity;
import dev.vorota.gateway.transport.TlsPolicy;
import dev.vorota.gateway.transport.TransportPolicy;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes how an upstream's endpoints are spoken with. */
final class TransportReader {

  private final PemFiles files;
  private final Problems problems;
  private final Attempt attempt;

  TransportReader(SmallFiles files, Problems problems) {
    this.files = new PemFiles(files);
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /**
   * How they are spoken with; something usual where something about it is wrong.
   *
   * @param secure whether the endpoints are https
   */
  TransportPolicy read(Fields upstream, boolean secure) {
    Fields given = upstream.section("tls");
    if (given != null && !secure) {
      problems.add(given.spot(), "expected https endpoints beside it");
    }
    TlsPolicy tls = given == null ? TlsPolicy.DEFAULTS : tls(given);
    Given.Text word = upstream.text("protocol");
    Protocol protocol = word == null ? Protocol.HTTP1 : Protocol.named(word.text());
    if (word != null && protocol == (secure ? Protocol.H2C : Protocol.H2)) {
      word.refuse(
          problems,
          secure
              ? "expected http1 or h2: the endpoints are https"
              : "expected http1 or h2c: the endpoints are http");
      protocol = Protocol.HTTP1;
    }
    return new TransportPolicy(
        protocol, secure ? tls : null, pool(upstream.section("connections")));
  }

  private TlsPolicy tls(Fields fields) {
    List<X509Certificate> authorities = attempt.of(fields.text("ca"), files::certificates);
    String name = attempt.of(fields.text("server_name"), TransportReader::name);
    boolean insecure = fields.flag("insecure");
    Given.Text ca = fields.text("ca");
    if (insecure && ca != null) {
      ca.refuse(problems, "expected no authority beside insecure, which believes anybody");
    }
    return new TlsPolicy(
        authorities == null || insecure ? List.of() : authorities,
        name,
        identity(fields),
        insecure);
  }

  private @Nullable TlsIdentity identity(Fields fields) {
    Given.Text certificate = fields.text("certificate");
    Given.Text key = fields.text("key");
    if (certificate == null && key != null) {
      key.refuse(problems, "expected certificate beside it");
    }
    if (key == null && certificate != null) {
      certificate.refuse(problems, "expected key beside it");
    }
    List<X509Certificate> chain = attempt.of(certificate, files::certificates);
    PrivateKey secret = attempt.of(key, files::key);
    if (chain == null || secret == null || key == null) {
      return null;
    }
    if (!PemFiles.belongTogether(secret, chain.getFirst())) {
      key.refuse(problems, "expected the key of the certificate");
      return null;
    }
    return new TlsIdentity(secret, chain);
  }

  private static PoolPolicy pool(@Nullable Fields connections) {
    if (connections == null) {
      return PoolPolicy.DEFAULTS;
    }
    Given.Whole most = connections.whole("max");
    Given.Whole queue = connections.whole("queue");
    Duration idle = connections.time("idle");
    Duration maxAge = connections.time("max_age");
    return most == null || queue == null || idle == null || maxAge == null
        ? PoolPolicy.DEFAULTS
        : new PoolPolicy((int) most.value(), (int) queue.value(), idle, maxAge);
  }

  private static String name(String text) {
    try {
      if (!HostPattern.parse(text).wildcard() && !text.endsWith(".")) {
        return text;
      }
    } catch (IllegalArgumentException _) {
      // said below, in words that fit this key
    }
    throw new IllegalArgumentException("Expected a host name: " + text + ".");
  }
}
