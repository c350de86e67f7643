package dev.vorota.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  private static final TrustedProxies TRUSTED =
      TrustedProxies.of(List.of("10.0.0.0/8", "2001:db8:ff::/48"));

  @Test
  void isThePeerWhereThePeerIsNotTrusted() {
    assertThat(resolve("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
  }

  @Test
  void isThePeerWhereNothingIsForwarded() {
    assertThat(resolve("10.0.0.1")).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1                      | 198.51.100.1",
        "198.51.100.1, 10.0.0.2            | 198.51.100.1",
        "192.0.2.66, 198.51.100.1,10.0.0.2 | 198.51.100.1",
        "10.0.0.3, 10.0.0.2                | 10.0.0.3",
        "198.51.100.1, unknown             | 10.0.0.1",
        "198.51.100.1, unknown, 10.0.0.2   | 10.0.0.2",
        "198.51.100.1,                     | 10.0.0.1",
        "198.51.100.1:4711                 | 198.51.100.1",
        "198.51.100.1:                     | 10.0.0.1",
        "198.51.100.1:123456               | 10.0.0.1",
        "[2001:db8::7]:443                 | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]                     | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7                      | 10.0.0.1",
        "[198.51.100.1]                    | 10.0.0.1",
        "2001:db8::7, 2001:db8:ff::1       | 2001:db8:0:0:0:0:0:7",
        "::ffff:198.51.100.1               | 198.51.100.1",
        "198.51.100.1, ::ffff:10.0.0.9     | 198.51.100.1"
      })
  void isTheLastForwardedAddressThatIsNoProxy(String forwardedFor, String expected) {
    assertThat(resolve("10.0.0.1", forwardedFor)).isEqualTo(expected);
  }

  @Test
  void readsSeveralFieldsAsOneList() {
    assertThat(resolve("10.0.0.1", "192.0.2.66, 198.51.100.1", "10.0.0.2, 10.0.0.3"))
        .isEqualTo("198.51.100.1");
  }

  @Property
  void isNeverWhatAStrangerWroteBeforeAnUntrustedAddress(
      @ForAll String forged, @ForAll @IntRange(min = 1, max = 9) int proxies) {
    String chain = forged + ", 198.51.100.1" + ", 10.0.0.2".repeat(proxies);

    assertThat(resolve("10.0.0.1", chain)).isEqualTo("198.51.100.1");
  }

  @Property
  void readsAnythingWithoutFailing(@ForAll @Size(max = 4) List<String> forwardedFor) {
    assertThat(ClientAddress.resolve(InetAddress.ofLiteral("10.0.0.1"), forwardedFor, TRUSTED))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.1, 198.51.100.1",
    "::ffff:198.51.100.1, 198.51.100.1",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "::1, 0000000000000000/64"
  })
  void limitsIpv4WholeAndIpv6ByItsNetwork(String address, String key) {
    assertThat(ClientAddress.limitKey(InetAddress.ofLiteral(address))).isEqualTo(key);
  }

  private static String resolve(String peer, String... forwardedFor) {
    return ClientAddress.resolve(InetAddress.ofLiteral(peer), List.of(forwardedFor), TRUSTED)
        .getHostAddress();
  }
}
