package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class AsciiTest {

  @Property
  void findsTheSameLineFeedAsAPlainSearch(
      @ForAll @Size(max = 40) byte[] noise,
      @ForAll @IntRange(max = 40) int from,
      @ForAll @IntRange(max = 40) int feed) {
    byte[] bytes = noise.clone();
    if (feed < bytes.length) {
      bytes[feed] = '\n';
    }
    int start = Math.min(from, bytes.length);
    int expected = start;
    while (expected < bytes.length && bytes[expected] != '\n') {
      expected++;
    }

    assertThat(Ascii.lineFeed(bytes, start, bytes.length)).isEqualTo(expected);
  }

  @Property
  void findsTheSameEndOfAValueAsAPlainSearch(
      @ForAll @Size(max = 40) byte[] value, @ForAll @IntRange(max = 40) int from) {
    byte[] bytes = Arrays.copyOf(value, value.length + 1);
    bytes[value.length] = '\r';
    int start = Math.min(from, value.length);
    int expected = start;
    while (Ascii.isFieldText(bytes[expected])) {
      expected++;
    }

    assertThat(Ascii.endOfFieldText(bytes, start)).isEqualTo(expected);
  }

  @Property
  void takesLongValuesWhole(
      @ForAll @Chars({'a', ' ', '\t', '~', 'é'}) @StringLength(max = 80) String value) {
    byte[] bytes = (value + "\r\n").getBytes(ISO_8859_1);

    assertThat(Ascii.endOfFieldText(bytes, 0)).isEqualTo(value.length());
  }
}
