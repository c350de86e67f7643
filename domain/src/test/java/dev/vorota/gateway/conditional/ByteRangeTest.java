package dev.vorota.gateway.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.conditional.ByteRange.Kind;
import java.math.BigInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code Range} means, checked against the definition octet by octet. */
class ByteRangeTest {

  @Property
  void servesTheOctetsFromFirstToLast(
      @ForAll("numbers") BigInteger first,
      @ForAll("numbers") BigInteger last,
      @ForAll @IntRange(max = 300) int size) {
    ByteRange range = ByteRange.of("bytes=" + first + "-" + last, size);

    int[] wanted =
        IntStream.range(0, size).filter(at -> isFrom(first, at) && isUpTo(last, at)).toArray();
    if (last.compareTo(first) < 0 && last.bitLength() < 31) {
      assertThat(range.kind()).isEqualTo(Kind.MALFORMED);
    } else {
      assertServes(range, wanted);
    }
  }

  @Property
  void servesTheOctetsFromFirstToTheEnd(
      @ForAll("numbers") BigInteger first, @ForAll @IntRange(max = 300) int size) {
    assertServes(
        ByteRange.of("bytes=" + first + "-", size),
        IntStream.range(0, size).filter(at -> isFrom(first, at)).toArray());
  }

  @Property
  void servesTheLastOctets(
      @ForAll("numbers") BigInteger count, @ForAll @IntRange(min = 1, max = 300) int size) {
    assertServes(
        ByteRange.of("bytes=-" + count, size),
        IntStream.range(0, size)
            .filter(at -> BigInteger.valueOf(size - at).compareTo(count) <= 0)
            .toArray());
  }

  @Property
  void makesSomethingOfEveryText(
      @ForAll("ranges") String value, @ForAll @IntRange(max = 300) int size) {
    ByteRange range = ByteRange.of(value, size);

    if (range.kind() == Kind.PART) {
      assertThat(range.from()).isNotNegative();
      assertThat(range.length()).isPositive().isLessThanOrEqualTo(size - range.from());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=1",
        "bytes=2-1",
        "bytes=--1",
        "bytes=+1-2",
        "bytes=1 -2",
        "bytes=1- 2",
        "bytes=1-2;3-4",
        "bytes=0x1-2",
        "bytes=,",
        "bytes=1-2 3-4"
      })
  void takesNoRangeForWhatIsNone(String value) {
    assertThat(ByteRange.of(value, 10).kind()).isEqualTo(Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BYTES=1-2", "Bytes=1-2", "bytes=, 1-2", "bytes=1-2,", "bytes=\t1-2 , ,"})
  void readsTheListAndTheUnitAsTheyMayBeWritten(String value) {
    assertThat(ByteRange.of(value, 10)).isEqualTo(new ByteRange(Kind.PART, 1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"items=0-1", "bytes", "bytes =0-1", "0-1", "", "bytes=0-1,2-3", "bytes=9-,0-0"})
  void givesTheWholeForOtherUnitsAndForSeveralRanges(String value) {
    assertThat(ByteRange.of(value, 10).kind()).isEqualTo(Kind.WHOLE);
  }

  @Test
  void readsOneRangeOnlyHoweverManyAreWanted() {
    assertThat(ByteRange.of("bytes=" + "0-,".repeat(10_000) + "0-", 10).kind())
        .isEqualTo(Kind.WHOLE);
  }

  @Test
  void givesTheWholeOfNothingForItsLastOctets() {
    assertThat(ByteRange.of("bytes=-5", 0).kind()).isEqualTo(Kind.WHOLE);
    assertThat(ByteRange.of("bytes=-0", 0).kind()).isEqualTo(Kind.UNSATISFIABLE);
    assertThat(ByteRange.of("bytes=0-", 0).kind()).isEqualTo(Kind.UNSATISFIABLE);
  }

  @Provide
  Arbitrary<BigInteger> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(320)),
        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TWO.pow(200)));
  }

  @Provide
  Arbitrary<String> ranges() {
    return Combinators.combine(
            Arbitraries.of("bytes=", "", "bytes", "items="),
            Arbitraries.strings().withChars("0123456789-, \tx").ofMaxLength(24))
        .as(String::concat);
  }

  private static boolean isFrom(BigInteger first, int at) {
    return first.compareTo(BigInteger.valueOf(at)) <= 0;
  }

  private static boolean isUpTo(BigInteger last, int at) {
    return last.compareTo(BigInteger.valueOf(at)) >= 0;
  }

  private static void assertServes(ByteRange range, int[] wanted) {
    if (wanted.length == 0) {
      assertThat(range.kind()).isEqualTo(Kind.UNSATISFIABLE);
    } else {
      assertThat(range).isEqualTo(new ByteRange(Kind.PART, wanted[0], wanted.length));
    }
  }
}
