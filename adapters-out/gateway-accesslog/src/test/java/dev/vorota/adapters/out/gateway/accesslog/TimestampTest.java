package dev.vorota.adapters.out.gateway.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  private static final long YEAR_9999 = 253_402_300_799_999L;
  private static final DateTimeFormatter EXPECTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Timestamp timestamp = new Timestamp();

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -1_000, 999, 1_000, 1_769_860_800_007L, YEAR_9999})
  void alwaysHasMilliseconds(long millis) {
    assertThat(timestamp.format(millis)).isEqualTo(EXPECTED.format(Instant.ofEpochMilli(millis)));
  }

  @Property
  void isRightInWhateverOrderInstantsCome(
      @ForAll @LongRange(min = 0, max = YEAR_9999) long first,
      @ForAll @LongRange(min = -5_000, max = 5_000) long later) {
    timestamp.format(first);

    assertThat(timestamp.format(first + later))
        .isEqualTo(EXPECTED.format(Instant.ofEpochMilli(first + later)));
  }
}
