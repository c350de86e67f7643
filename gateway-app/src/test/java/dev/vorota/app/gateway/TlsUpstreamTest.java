package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TlsPolicy;
import dev.vorota.gateway.transport.TransportPolicy;
import dev.vorota.parts.Certificates;
import io.netty.handler.codec.http2.Http2Settings;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Upstreams that are spoken with over TLS. */
class TlsUpstreamTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final TlsPolicy NAMED =
      new TlsPolicy(List.of(Certificates.authority()), "upstream.test", null, false);

  @Test
  void asksOverTlsAndKeepsTheConnection() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway = before(upstream.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = new RawConnection(upstream.accept());
      assertThat(service.readHead()).startsWith("GET /open HTTP/1.1\r\n");
      service.send(OK);
      client.readHead();
      assertThat(client.read(2)).isEqualTo("ok");

      client.send(GET);
      service.readHead();
      service.send(OK);
      client.readHead();
      assertThat(client.read(2)).isEqualTo("ok");
    }
  }

  @Test
  void asksByTheNameThatIsDeclaredAndOffersItsProtocol() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway = before(upstream.port(), NAMED);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      SSLSocket socket = upstream.accept();
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      RawConnection service = new RawConnection(socket);
      service.readHead();

      assertThat(((ExtendedSSLSession) socket.getSession()).getRequestedServerNames())
          .containsExactly(new SNIHostName("upstream.test"));
      assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @Test
  void provesItselfWhereItIsAskedTo() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", true);
        TestGateway gateway = before(upstream.port(), TestCertificates.KNOWN);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      SSLSocket socket = upstream.accept();
      RawConnection service = new RawConnection(socket);
      service.readHead();

      assertThat(socket.getSession().getPeerPrincipal().getName()).isEqualTo("CN=client");
    }
  }

  @Test
  void tellsWhereTheUpstreamDoesNotBelieveIt() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", true);
        TestGateway gateway = before(upstream.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(GET);

      refuses(upstream);
      assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
      assertThat(client.read(60)).contains("urn:vorota:problem:upstream-tls");
    }
  }

  @Test
  void believesNobodyWhomNoAuthorityKnows() throws Exception {
    refused("server", TlsPolicy.DEFAULTS);
  }

  @Test
  void believesNobodyWithAnotherName() throws Exception {
    refused("other", TestCertificates.BELIEVING);
    refused("other", NAMED);
  }

  @Test
  void believesAnybodyWhereItIsToldTo() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("other", false);
        TestGateway gateway = before(upstream.port(), new TlsPolicy(List.of(), null, null, true));
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = new RawConnection(upstream.accept());
      service.readHead();
      service.send(OK);

      assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void tellsOfAnUpstreamThatSpeaksNoTls() throws Exception {
    try (ScriptedUpstream upstream = new ScriptedUpstream();
        TestGateway gateway = before(upstream.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = upstream.accept();
      service.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

      assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
      assertThat(client.read(60)).contains("urn:vorota:problem:upstream-tls");
    }
  }

  @Test
  void countsTheHandshakeAsPartOfConnecting() throws Exception {
    Timeouts usual = Timeouts.DEFAULTS;
    Timeouts hasty =
        new Timeouts(Duration.ofMillis(200), usual.firstByte(), usual.idle(), usual.tunnel(), null);
    try (ScriptedUpstream silent = new ScriptedUpstream();
        TestGateway gateway =
            setup(silent.port(), TestCertificates.BELIEVING).waiting(hasty).start();
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = silent.accept();

      assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
      assertThat(client.read(80)).contains("urn:vorota:problem:upstream-connect-timeout");
      service.readToEnd();
    }
  }

  @Test
  void takesTheEndThatTlsTellsForTheEndOfABody() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway = before(upstream.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = new RawConnection(upstream.accept());
      service.readHead();
      service.send("HTTP/1.1 200 OK\r\n\r\nwhole").close();

      client.readHead();
      assertThat(client.read(15)).isEqualTo("5\r\nwhole\r\n0\r\n\r\n");
    }
  }

  @Test
  void neverTakesABareEndOfTheConnectionForTheEndOfABody() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        ScriptedUpstream between = new ScriptedUpstream();
        TestGateway gateway = before(between.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection near = between.accept();
      RawConnection far = RawConnection.to(upstream.port());
      near.copyInBackground(far);
      far.copyInBackground(near);
      RawConnection service = new RawConnection(upstream.accept());
      service.readHead();
      service.send("HTTP/1.1 200 OK\r\n\r\npart");
      client.readHead();
      assertThat(client.read(9)).isEqualTo("4\r\npart\r\n");
      near.finishSending();

      assertThat(client.readToEnd()).isEmpty();
      service.close();
    }
  }

  @Test
  void carriesTunnelsBothWays() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway = before(upstream.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(DataPlaneTest.HANDSHAKE);
      RawConnection service = new RawConnection(upstream.accept());
      service.readHead();
      service.send(DataPlaneTest.SWITCH + "first");
      client.readHead();
      assertThat(client.read(5)).isEqualTo("first");
      client.send("up").finishSending();
      assertThat(service.readToEnd()).isEqualTo("up");
      service.send("last words").close();
      assertThat(client.readToEnd()).isEqualTo("last words");
    }
  }

  @Test
  void streamsMuchBothWays() throws Exception {
    byte[] much = "0123456789abcdef".repeat(512 * 1_024).getBytes(ISO_8859_1);
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway = before(upstream.port(), TestCertificates.BELIEVING);
        RawConnection client = gateway.connect()) {
      client.send(
          "POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + much.length + "\r\n\r\n");
      CompletableFuture<Void> sent = client.sendInBackground(much);
      RawConnection service = new RawConnection(upstream.accept());
      service.readHead();
      assertThat(service.read(much.length)).hasSize(much.length).endsWith("abcdef");
      sent.get(10, TimeUnit.SECONDS);
      service.send("HTTP/1.1 200 OK\r\nContent-Length: " + much.length + "\r\n\r\n");
      CompletableFuture<Void> answered = service.sendInBackground(much);
      client.readHead();
      assertThat(client.read(much.length)).hasSize(much.length).endsWith("abcdef");
      answered.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void speaksHttp2WhereBothAgreeOnIt() throws Exception {
    try (FrameUpstream upstream =
            new FrameUpstream(Http2Settings.defaultSettings(), Certificates.server("server"));
        TestGateway gateway =
            TestSetup.before(List.of(upstream.endpoint())).with(over(Protocol.H2)).start();
        RawConnection client = gateway.connect()) {
      client.send(GET);
      FrameUpstream.Heard asked = upstream.head();
      assertThat(asked.fields()).containsEntry(":scheme", "https").containsEntry(":path", "/open");
      asked.head(false, ":status", "200", "content-length", "2").data("ok", true);

      client.readHead();
      assertThat(client.read(2)).isEqualTo("ok");
    }
  }

  @Test
  void refusesAnEndpointThatDoesNotAgreeOnHttp2() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway =
            setup(upstream.port(), TestCertificates.BELIEVING).with(over(Protocol.H2)).start();
        RawConnection client = gateway.connect()) {
      client.send(GET);
      try (RawConnection service = new RawConnection(upstream.accept())) {
        assertThat(service.isClosedByPeer()).isTrue();
      }

      assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
      assertThat(client.read(60)).contains("urn:vorota:problem:upstream-tls");
    }
  }

  @Test
  void carriesTunnelsInHttp1WhateverElseIsSpoken() throws Exception {
    try (SecureUpstream upstream = new SecureUpstream("server", false);
        TestGateway gateway =
            setup(upstream.port(), TestCertificates.BELIEVING).with(over(Protocol.H2)).start();
        RawConnection client = gateway.connect()) {
      client.send(DataPlaneTest.HANDSHAKE);
      RawConnection service = new RawConnection(upstream.accept());
      service.readHead();
      service.send(DataPlaneTest.SWITCH + "first");
      client.readHead();

      assertThat(client.read(5)).isEqualTo("first");
    }
  }

  private static TransportPolicy over(Protocol protocol) {
    return new TransportPolicy(protocol, TestCertificates.BELIEVING, PoolPolicy.DEFAULTS);
  }

  private static void refused(String shown, TlsPolicy policy)
      throws IOException, GeneralSecurityException {
    try (SecureUpstream upstream = new SecureUpstream(shown, false);
        TestGateway gateway = before(upstream.port(), policy);
        RawConnection client = gateway.connect()) {
      client.send(GET);

      refuses(upstream);
      assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
      assertThat(client.read(60)).contains("urn:vorota:problem:upstream-tls");
    }
  }

  /** Lets the handshake come to nothing. */
  private static void refuses(SecureUpstream upstream) throws IOException {
    try (Socket socket = upstream.accept()) {
      assertThat(new RawConnection(socket).isReset()).isTrue();
    }
  }

  private static TestGateway before(int port, TlsPolicy tls) throws IOException {
    return setup(port, tls).start();
  }

  private static TestSetup setup(int port, TlsPolicy tls) {
    return TestSetup.before(List.of(new Endpoint("127.0.0.1", port)))
        .with(new TransportPolicy(Protocol.HTTP1, tls, PoolPolicy.DEFAULTS));
  }
}
