package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.routing.RequestPredicate;
import dev.vorota.gateway.routing.RequestPredicate.Source;
import dev.vorota.gateway.routing.ValueTest;
import dev.vorota.gateway.routing.ValueTest.Place;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what is asked of a value under a name. */
final class ValueReader {

  private static final Map<String, Place> PLACES =
      Map.of(
          "equals", Place.WHOLE,
          "prefix", Place.START,
          "suffix", Place.END,
          "contains", Place.ANYWHERE);

  private ValueReader() {}

  /** The predicate, or null where what was given is broken. */
  static @Nullable RequestPredicate read(Source source, String name, Given given) {
    if (given instanceof Given.Text(var word, _)) {
      RequestPredicate present = new RequestPredicate.Value(source, name, new ValueTest.Present());
      return MatchShape.ABSENT.equals(word) ? new RequestPredicate.Not(present) : present;
    }
    ValueTest test = given instanceof Fields fields ? test(fields) : null;
    return test == null ? null : new RequestPredicate.Value(source, name, test);
  }

  private static @Nullable ValueTest test(Fields fields) {
    boolean ignoreCase = fields.flag("ignore_case");
    if (fields.has("one_of")) {
      return new ValueTest.OneOf(
          fields.texts("one_of").stream().map(Given.Text::text).collect(Collectors.toSet()),
          ignoreCase);
    }
    for (Map.Entry<String, Place> each : PLACES.entrySet()) {
      Given.Text text = fields.text(each.getKey());
      if (text != null) {
        return new ValueTest.Text(each.getValue(), text.text(), ignoreCase);
      }
    }
    return null;
  }
}
