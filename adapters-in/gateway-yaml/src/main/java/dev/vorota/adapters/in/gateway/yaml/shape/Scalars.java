package dev.vorota.adapters.in.gateway.yaml.shape;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import java.time.Duration;

/** Reads one text after its shape. */
final class Scalars {

  private static final int LONGEST_NUMBER = 18;

  private Scalars() {}

  static Given read(String text, Shape.Scalar shape, Spot spot, Problems problems) {
    return read(text, shape, shape, spot, problems);
  }

  /**
   * @param whole what could have stood there instead
   */
  static Given read(String text, Shape.Scalar shape, Shape whole, Spot spot, Problems problems) {
    Given given =
        switch (shape) {
          case Shape.Text(_, var pattern) ->
              pattern == null || text.matches(pattern)
                  ? new Given.Text(text, spot)
                  : new Given.Broken(spot);
          case Shape.Choice(var words) ->
              words.contains(text) ? new Given.Text(text, spot) : new Given.Broken(spot);
          case Shape.Flag _ -> flag(text, spot);
          case Shape.Whole number -> whole(text, number, spot);
          case Shape.Time time -> time(text, time, spot);
        };
    if (given instanceof Given.Broken) {
      problems.add(spot, text, "expected " + whole.expected());
    }
    return given;
  }

  private static Given flag(String text, Spot spot) {
    return switch (text) {
      case "true" -> new Given.Flag(true, spot);
      case "false" -> new Given.Flag(false, spot);
      default -> new Given.Broken(spot);
    };
  }

  private static Given time(String text, Shape.Time shape, Spot spot) {
    Duration time = Times.read(text);
    return time == null || time.compareTo(shape.min()) < 0 || time.compareTo(shape.max()) > 0
        ? new Given.Broken(spot)
        : new Given.Time(time, spot);
  }

  private static Given whole(String text, Shape.Whole shape, Spot spot) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    if (digits.isEmpty()
        || digits.length() > LONGEST_NUMBER
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Given.Broken(spot);
    }
    long value = Long.parseLong(text);
    return value < shape.min() || value > shape.max()
        ? new Given.Broken(spot)
        : new Given.Whole(value, spot);
  }
}
