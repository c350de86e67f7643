package dev.vorota.app.gateway;

import dev.vorota.gateway.transport.TlsIdentity;
import dev.vorota.gateway.transport.TlsPolicy;
import dev.vorota.parts.Certificates;
import java.util.List;

/** What the certificates of tests are good for. */
final class TestCertificates {

  /** Who is believed where the tests' authority is. */
  static final TlsPolicy BELIEVING =
      new TlsPolicy(List.of(Certificates.authority()), null, null, false);

  /** The same, with what the gateway proves itself with. */
  static final TlsPolicy KNOWN =
      new TlsPolicy(
          List.of(Certificates.authority()),
          null,
          new TlsIdentity(Certificates.key("client"), Certificates.chain("client")),
          false);

  private TestCertificates() {}
}
