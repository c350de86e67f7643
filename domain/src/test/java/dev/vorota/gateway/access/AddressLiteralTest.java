package dev.vorota.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "1::",
        "2001:db8::8:800:200c:417a",
        "2001:DB8:0:0:8:800:200C:417A",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33",
        "1:2:3:4:5:6:192.0.2.33",
        "::ffff:192.0.2.1"
      })
  void readsWhatTheRfcAllows(String literal) {
    assertThat(AddressLiteral.parse(literal)).isEqualTo(InetAddress.ofLiteral(literal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "example.org",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "010.0.0.1",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.-4",
        "1.2.3.4 ",
        "١.٢.٣.٤",
        ":",
        ":::",
        "1:",
        ":1",
        "1:::2",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "[::1]",
        "::1.2.3",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4"
      })
  void refusesAllElse(String text) {
    assertThat(AddressLiteral.parse(text)).isNull();
  }

  @Property
  void readsEachIpv4AddressBack(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);

    assertThat(AddressLiteral.parse(address.getHostAddress())).isEqualTo(address);
  }

  @Property
  void readsEachIpv6AddressBack(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);

    assertThat(AddressLiteral.parse(address.getHostAddress())).isEqualTo(address);
  }

  @Property
  void readsNothingThatTheJdkRefuses(
      @ForAll @StringLength(max = 24) @Chars({'0', '1', '9', 'a', 'F', ':', '.', '%', '/', ' '})
          String text) {
    InetAddress parsed = AddressLiteral.parse(text);

    if (parsed != null) {
      assertThat(InetAddress.ofLiteral(text)).isEqualTo(parsed);
      assertThat(text.contains(":") || parsed instanceof Inet4Address).isTrue();
    }
  }
}
