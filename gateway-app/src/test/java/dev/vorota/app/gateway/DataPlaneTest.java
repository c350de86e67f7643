package dev.vorota.app.gateway;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** A gateway between a client and an upstream whose every octet the test decides. */
abstract class DataPlaneTest {

  final ScriptedUpstream upstream = new ScriptedUpstream();
  final TestGateway gateway = TestGateway.before(upstream);
  final RawConnection client = gateway.connect();

  DataPlaneTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    client.close();
    gateway.close();
    upstream.close();
  }
}
