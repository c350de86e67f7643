package dev.vorota.app.gateway;

import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Gateways whose routes bear with a failing upstream in ways that the test decides. */
abstract class PolicyTest {

  static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  static final String BROKEN = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";

  final ScriptedUpstream upstream = new ScriptedUpstream();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  PolicyTest() throws IOException {}

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable last : opened) {
      last.close();
    }
    upstream.close();
  }

  TestGateway start(TestSetup setup) throws IOException {
    TestGateway gateway = setup.start();
    opened.push(gateway);
    return gateway;
  }

  RawConnection connect(TestGateway gateway) throws IOException {
    RawConnection client = gateway.connect();
    opened.push(client);
    return client;
  }

  RawConnection connect(TestSetup setup) throws IOException {
    return connect(start(setup));
  }

  /** The next connection to the upstream, once a head has come over it. */
  RawConnection accept() throws IOException {
    RawConnection service = upstream.accept();
    opened.push(service);
    service.readHead();
    return service;
  }

  static ForwardPolicy retrying(RetryPolicy retries) {
    return ForwardPolicy.of(Timeouts.DEFAULTS, retries);
  }

  static ForwardPolicy within(@Nullable Duration total) {
    Timeouts usual = Timeouts.DEFAULTS;
    return ForwardPolicy.of(
        new Timeouts(usual.connect(), usual.firstByte(), usual.idle(), usual.tunnel(), total),
        RetryPolicy.NONE);
  }
}
