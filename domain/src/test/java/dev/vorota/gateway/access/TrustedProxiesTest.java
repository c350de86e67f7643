package dev.vorota.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "::/0, ::1, true",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::, false",
    "2001:db8:0:0:8000::/65, 2001:db8::8000:0:0:1, true",
    "2001:db8:0:0:8000::/65, 2001:db8::1, false",
    "::ffff:10.0.0.0/104, 10.1.2.3, true",
    "::ffff:10.0.0.0/104, 11.1.2.3, false",
    "::1, ::1, true"
  })
  void knowsItsOwn(String block, String address, boolean expected) {
    assertThat(TrustedProxies.of(List.of(block)).contains(InetAddress.ofLiteral(address)))
        .isEqualTo(expected);
  }

  @Test
  void isEmptyByDefault() {
    assertThat(TrustedProxies.none().contains(InetAddress.getLoopbackAddress())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/0008",
        "::/129",
        "proxy.example/8",
        "10/8",
        "::ffff:10.0.0.0/95"
      })
  void refusesWhatIsNoBlock(String block) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.of(List.of(block)))
        .withMessage(
            "Expected an address or a block such as 10.0.0.0/8 or 2001:db8::/32: " + block + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1/8", "2001:db8::1/64", "2001:db8::/16"})
  void refusesBlocksThatMeanLessThanTheySay(String block) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.of(List.of(block)))
        .withMessage("A block must have no bits set after its prefix: " + block + ".");
  }

  @Property
  void comparesAsManyBitsAsThePrefixHas(
      @ForAll @Size(16) byte[] one,
      @ForAll @Size(16) byte[] other,
      @ForAll @IntRange(min = 0, max = 128) int length,
      @ForAll boolean sameStart)
      throws UnknownHostException {
    // First bytes that no IPv4-mapped address has: those are IPv4 and have shorter prefixes.
    one[0] = 0x20;
    other[0] = 0x20;
    if (sameStart) {
      System.arraycopy(one, 0, other, 0, 12);
    }
    BigInteger prefix = new BigInteger(1, one).shiftRight(128 - length);
    byte[] start = prefix.shiftLeft(128 - length).toByteArray();
    byte[] padded = new byte[16];
    int copied = Math.min(16, start.length);
    System.arraycopy(start, start.length - copied, padded, 16 - copied, copied);
    String block = InetAddress.getByAddress(padded).getHostAddress() + "/" + length;

    assertThat(TrustedProxies.of(List.of(block)).contains(InetAddress.getByAddress(other)))
        .as("%s contains %s", block, Arrays.toString(other))
        .isEqualTo(new BigInteger(1, other).shiftRight(128 - length).equals(prefix));
  }
}
