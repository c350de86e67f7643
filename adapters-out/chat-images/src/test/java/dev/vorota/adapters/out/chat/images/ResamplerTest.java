package dev.vorota.adapters.out.chat.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ResamplerTest {

  @Property(tries = 100)
  void plainPictureStaysPlain(
      @ForAll @IntRange(min = 1, max = 300) int from,
      @ForAll @IntRange(min = 1, max = 100) int to,
      @ForAll int rgb) {
    int argb = rgb | 0xFF000000;
    int[] pixels = new int[from * from];
    Arrays.fill(pixels, argb);

    SquarePixels scaled = Resampler.scale(new SquarePixels(from, pixels), to);

    assertThat(scaled.argb()).hasSize(to * to).containsOnly(argb);
  }

  @Property(tries = 100)
  void samePictureInTheSameSizeStaysTheSame(
      @ForAll @IntRange(min = 1, max = 60) int side, @ForAll long seed) {
    int[] pixels = new Random(seed).ints((long) side * side).map(i -> i | 0xFF000000).toArray();

    assertThat(Resampler.scale(new SquarePixels(side, pixels), side).argb()).isEqualTo(pixels);
  }

  @Property
  void weightsOfEachPixelAddUpToOneAndStayInside(
      @ForAll @IntRange(min = 1, max = 2048) int from,
      @ForAll @IntRange(min = 1, max = 256) int to) {
    TriangleFilter filter = TriangleFilter.of(from, to);

    for (int pixel = 0; pixel < to; pixel++) {
      float[] weights = filter.weights(pixel);
      double sum = 0;
      for (float weight : weights) {
        assertThat(weight).isNotNegative();
        sum += weight;
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
      assertThat(filter.first(pixel)).isNotNegative();
      assertThat(filter.first(pixel) + weights.length).isLessThanOrEqualTo(from);
    }
  }
}
