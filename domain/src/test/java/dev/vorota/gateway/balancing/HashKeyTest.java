package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.routing.TestArrival;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashKeyTest {

  @Test
  void isAHeader() {
    HashKey key = new HashKey.Header("x-user");

    long ann = key.of(TestArrival.of("GET /a", "X-User: ann"));

    assertThat(ann).isEqualTo(key.of(TestArrival.of("POST /b?c", "X-User: ann", "X-User: bob")));
    assertThat(ann).isNotEqualTo(key.of(TestArrival.of("GET /a", "X-User: bob")));
    assertThat(key.of(TestArrival.of("GET /a"))).isEqualTo(HashKey.ABSENT);
    assertThat(key.of(TestArrival.of("GET /a", "X-User:"))).isEqualTo(HashKey.ABSENT);
    assertThat(key.isAlwaysThere()).isFalse();
  }

  @Test
  void isACookie() {
    HashKey key = new HashKey.Cookie("id");

    long seven = key.of(TestArrival.of("GET /", "Cookie: a=b; id=7"));

    assertThat(seven).isEqualTo(key.of(TestArrival.of("GET /", "Cookie: a=b", "Cookie: id=7")));
    assertThat(seven).isNotEqualTo(key.of(TestArrival.of("GET /", "Cookie: id=8; id=7")));
    assertThat(key.of(TestArrival.of("GET /", "Cookie: idx=7"))).isEqualTo(HashKey.ABSENT);
    assertThat(key.isAlwaysThere()).isFalse();
  }

  @Test
  void isAParameterOfTheQuery() {
    HashKey key = new HashKey.Query("q");

    long ab = key.of(TestArrival.of("GET /?p=1&q=a%20b"));

    assertThat(ab).isEqualTo(key.of(TestArrival.of("GET /?q=a+b&q=c")));
    assertThat(ab).isNotEqualTo(key.of(TestArrival.of("GET /?q=c")));
    assertThat(key.of(TestArrival.of("GET /?p=q"))).isEqualTo(HashKey.ABSENT);
    assertThat(key.of(TestArrival.of("GET /"))).isEqualTo(HashKey.ABSENT);
    assertThat(key.isAlwaysThere()).isFalse();
  }

  @Test
  void isThePathWithoutTheQuery() {
    HashKey key = new HashKey.Path();

    long a = key.of(TestArrival.of("GET /a?b"));

    assertThat(a).isEqualTo(key.of(TestArrival.of("GET /a?c")));
    assertThat(a).isNotEqualTo(key.of(TestArrival.of("GET /b?b")));
    assertThat(key.isAlwaysThere()).isTrue();
  }

  @Test
  void isTheClientsAddress() {
    HashKey key = new HashKey.Client();

    assertThat(key.of(from("10.0.0.1"))).isEqualTo(key.of(from("10.0.0.1")));
    assertThat(key.of(from("10.0.0.1"))).isNotEqualTo(key.of(from("10.0.0.2")));
    assertThat(key.of(from("0.0.0.0"))).isNotEqualTo(HashKey.ABSENT);
    assertThat(key.isAlwaysThere()).isTrue();
  }

  @Test
  void isAnIpv6AddressByTheNetworkOfTheClient() {
    HashKey key = new HashKey.Client();

    assertThat(key.of(from("2001:db8::1"))).isEqualTo(key.of(from("2001:db8::ffff:2")));
    assertThat(key.of(from("2001:db8::1"))).isNotEqualTo(key.of(from("2001:db8:0:1::1")));
  }

  @Test
  void tellsTextsApart() {
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      seen.add(Fingerprint.of("user-" + i));
    }

    assertThat(seen).hasSize(100_000);
  }

  /** Gateways of different versions must agree on where keys live. */
  @Test
  void staysAsItIs() {
    assertThat(Fingerprint.of("")).isEqualTo(0xf52a15e9a9b5e89bL);
    assertThat(Fingerprint.of("vorota")).isEqualTo(0xa6a3b550b6f220afL);
  }

  private static Arrival from(String address) {
    return new From(TestArrival.of("GET /"), InetAddress.ofLiteral(address));
  }

  private record From(TestArrival head, InetAddress client) implements Arrival {

    @Override
    public Request request() {
      return head;
    }

    @Override
    public String path() {
      return head.path();
    }
  }
}
