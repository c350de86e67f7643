package dev.vorota.wire.head;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

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
}
