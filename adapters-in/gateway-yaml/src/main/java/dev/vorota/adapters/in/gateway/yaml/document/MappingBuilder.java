package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a mapping together: a name that comes twice is a problem, and what the merge key {@code <<}
 * names is taken over where the mapping has no value of its own.
 */
final class MappingBuilder {

  private static final String MERGE = "<<";

  private final Spot spot;
  private final Place place;
  private final Problems problems;
  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
  private final List<Node.Mapping> merged = new ArrayList<>();

  MappingBuilder(Spot spot, Place place, Problems problems) {
    this.spot = spot;
    this.place = place;
    this.problems = problems;
  }

  void add(Node.Scalar key, Place keyPlace, Node value) {
    if (key.plain() && MERGE.equals(key.text())) {
      merge(value);
      return;
    }
    Node.Entry first = entries.get(key.text());
    if (first == null) {
      entries.put(key.text(), new Node.Entry(key.text(), keyPlace, value));
    } else {
      problems.add(
          spot.key(key.text(), keyPlace),
          "expected each key once; it stands in line " + line(first.place()) + " already");
    }
  }

  Node.Mapping build() {
    for (Node.Mapping mapping : merged) {
      mapping.entries().forEach(entry -> entries.putIfAbsent(entry.key(), entry));
    }
    return new Node.Mapping(List.copyOf(entries.values()), place);
  }

  private void merge(Node value) {
    switch (value) {
      case Node.Mapping mapping -> merged.add(mapping);
      case Node.Listing(var items, _) -> items.forEach(this::merge);
      case Node.Scalar scalar ->
          problems.add(spot.at(scalar.place()), scalar.text(), "expected a mapping to merge");
    }
  }

  private static int line(Place place) {
    return place instanceof Place.Line(int line, _) ? line : 0;
  }
}
