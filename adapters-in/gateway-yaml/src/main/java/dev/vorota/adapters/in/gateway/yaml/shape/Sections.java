package dev.vorota.adapters.in.gateway.yaml.shape;

import dev.vorota.adapters.in.gateway.yaml.document.Node;
import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a mapping after the section that it should be. */
final class Sections {

  /** Keys at the top that begin so hold what the document wants to name and use elsewhere. */
  private static final String FREE = "x-";

  private final Check check;
  private final Problems problems;

  Sections(Check check, Problems problems) {
    this.check = check;
    this.problems = problems;
  }

  Fields read(Node.Mapping mapping, Shape.Section section, Spot spot) {
    Map<String, Key> keys = section.byName();
    Map<String, Given> values = new HashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      Key key = keys.get(entry.key());
      if (key != null) {
        given(entry, key, spot, values);
      } else if (!spot.path().isEmpty() || !entry.key().startsWith(FREE)) {
        unknown(entry, section, spot);
      }
    }
    keys.values().forEach(key -> absent(key, spot, values));
    exactlyOne(section, spot, values);
    return new Fields(values, spot);
  }

  private void given(Node.Entry entry, Key key, Spot spot, Map<String, Given> values) {
    Spot place = spot.key(entry.key(), entry.value().place());
    values.put(key.name(), check.read(entry.value(), key.shape(), place));
  }

  private void unknown(Node.Entry entry, Shape.Section section, Spot spot) {
    String nearest = Nearest.to(entry.key(), List.copyOf(section.byName().keySet()));
    problems.add(
        spot.key(entry.key(), entry.place()),
        "expected one of the keys "
            + section.names()
            + (nearest == null ? "" : "; did you mean " + nearest + "?"));
  }

  private void absent(Key key, Spot spot, Map<String, Given> values) {
    if (values.containsKey(key.name())) {
      return;
    }
    Spot place = spot.key(key.name(), spot.place());
    if (key.required()) {
      problems.add(place, "missing: expected " + key.shape().expected());
      values.put(key.name(), new Given.Broken(place));
    } else if (key.usual() != null && key.shape() instanceof Shape.Scalar scalar) {
      values.put(key.name(), Scalars.read(key.usual(), scalar, place, problems));
    }
  }

  private void exactlyOne(Shape.Section section, Spot spot, Map<String, Given> values) {
    if (section.oneOf().isEmpty()) {
      return;
    }
    List<String> given = section.oneOf().stream().filter(values::containsKey).toList();
    if (given.size() != 1) {
      problems.add(
          spot,
          "expected exactly one of "
              + String.join(", ", section.oneOf())
              + (given.isEmpty() ? "; there is none" : "; there are " + String.join(", ", given)));
    }
  }
}
