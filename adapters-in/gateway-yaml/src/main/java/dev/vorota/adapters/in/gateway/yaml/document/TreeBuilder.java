package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Builds the tree from the events of the YAML parser. An alias is the node of its anchor once more;
 * how deep and how large the tree gets is bounded before it grows.
 */
final class TreeBuilder {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 250_000;
  private static final Set<Tag> STANDARD_TAGS =
      Set.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.STR, Tag.SEQ, Tag.MAP);

  /**
   * @param size how many nodes it has, aliases counted as often as they stand there
   */
  private record Anchored(Node node, int size) {}

  private final Iterator<Event> events;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int size;

  TreeBuilder(String text, Problems problems) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseString(text).iterator();
    this.problems = problems;
  }

  /** The root of the only document, or null where there is none. */
  @Nullable Node build() {
    Node root = null;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case Scalar, SequenceStart, MappingStart, Alias -> {
          if (root != null) {
            throw new RefusedYamlException(place(event), "expected one document, not several");
          }
          root = node(event, Spot.TOP, 0);
        }
        default -> {}
      }
    }
    return root;
  }

  private Node node(Event event, Spot spot, int depth) {
    Place place = place(event);
    if (depth > MAX_DEPTH) {
      throw new RefusedYamlException(place, "expected at most " + MAX_DEPTH + " levels");
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias, place);
    }
    int before = size;
    grow(1, place);
    Node node =
        switch (event) {
          case ScalarEvent scalar -> {
            requireStandard(scalar.getTag(), place);
            yield new Node.Scalar(scalar.getValue(), scalar.isPlain(), place);
          }
          case CollectionStartEvent start -> {
            requireStandard(start.getTag(), place);
            yield start.getEventId() == Event.ID.SequenceStart
                ? listing(place, spot, depth)
                : mapping(place, spot, depth);
          }
          default -> throw new IllegalStateException("no node starts with " + event + ".");
        };
    ((NodeEvent) event)
        .getAnchor()
        .ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(node, size - before)));
    return node;
  }

  private Node aliased(AliasEvent alias, Place place) {
    String name = alias.getAlias().getValue();
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new RefusedYamlException(place, "expected the anchor &" + name + " before its alias");
    }
    grow(anchored.size(), place);
    return anchored.node();
  }

  private Node listing(Place place, Spot spot, int depth) {
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, spot.item(Integer.toString(items.size()), place(event)), depth + 1));
      event = events.next();
    }
    return new Node.Listing(items, place);
  }

  private Node mapping(Place place, Spot spot, int depth) {
    MappingBuilder mapping = new MappingBuilder(spot, place, problems);
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Place keyPlace = place(event);
      if (!(node(event, spot, depth + 1) instanceof Node.Scalar key)) {
        throw new RefusedYamlException(keyPlace, "expected a name as key");
      }
      Node value = node(events.next(), spot.key(key.text(), keyPlace), depth + 1);
      mapping.add(key, keyPlace, value);
      event = events.next();
    }
    return mapping.build();
  }

  private void grow(int nodes, Place place) {
    size += nodes;
    if (size > MAX_NODES) {
      throw new RefusedYamlException(
          place,
          "expected at most " + MAX_NODES + " values, aliases counted as what they stand for");
    }
  }

  /** Tags choose classes elsewhere; here nothing but the standard ones is let in, and ignored. */
  private static void requireStandard(Optional<String> tag, Place place) {
    String name = tag.orElse("!");
    if (!"!".equals(name) && !STANDARD_TAGS.contains(new Tag(name))) {
      throw new RefusedYamlException(place, "expected no tag, not " + name);
    }
  }

  private static Place.Line place(Event event) {
    return YamlTree.place(event.getStartMark());
  }
}
