package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of environment variables in the place of those in the document. {@code
 * VOROTA__UPSTREAMS__CHAT__ENDPOINTS__0} names {@code upstreams.chat.endpoints[0]}: keys in upper
 * case, whatever is neither a letter nor a digit as {@code _}; items of lists by their index from 0
 * or by their {@code id}. What is not there yet is made.
 */
public final class Overrides {

  private static final String PREFIX = "VOROTA__";
  private static final String SEPARATOR = "__";

  /**
   * One value that the environment sets.
   *
   * @param steps the rest of the way, in upper case
   */
  private record Assignment(String variable, List<String> steps, String value) {

    Assignment next() {
      return new Assignment(variable, steps.subList(1, steps.size()), value);
    }

    Place place() {
      return new Place.Variable(variable);
    }
  }

  /** By index, so that items are appended in their order. */
  private static final Comparator<Assignment> ORDER =
      Comparator.comparing(
          each -> String.join(SEPARATOR, each.steps().stream().map(Overrides::padded).toList()));

  private final Problems problems;

  private Overrides(Problems problems) {
    this.problems = problems;
  }

  /** The document with the values of the environment in it. */
  public static Node apply(Node document, Map<String, String> environment, Problems problems) {
    Overrides overrides = new Overrides(problems);
    Node result = document;
    for (Assignment assignment : of(environment)) {
      result = overrides.put(result, assignment, Spot.TOP.at(assignment.place()));
    }
    return result;
  }

  private static List<Assignment> of(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(each -> each.getKey().startsWith(PREFIX))
        .map(
            each ->
                new Assignment(
                    each.getKey(),
                    List.of(each.getKey().substring(PREFIX.length()).split(SEPARATOR, -1)),
                    each.getValue()))
        .sorted(ORDER)
        .toList();
  }

  private Node put(@Nullable Node node, Assignment assignment, Spot spot) {
    if (assignment.steps().isEmpty()) {
      return new Node.Scalar(assignment.value(), false, assignment.place());
    }
    return switch (node) {
      case Node.Mapping mapping -> putKey(mapping, assignment, spot);
      case Node.Listing listing -> putItem(listing, assignment, spot);
      case null, default ->
          isIndex(assignment.steps().getFirst())
              ? putItem(new Node.Listing(List.of(), assignment.place()), assignment, spot)
              : putKey(new Node.Mapping(List.of(), assignment.place()), assignment, spot);
    };
  }

  private Node putKey(Node.Mapping mapping, Assignment assignment, Spot spot) {
    String step = assignment.steps().getFirst();
    List<Node.Entry> entries = new ArrayList<>(mapping.entries());
    for (int i = 0; i < entries.size(); i++) {
      Node.Entry entry = entries.get(i);
      if (upper(entry.key()).equals(step)) {
        Node value =
            put(entry.value(), assignment.next(), spot.key(entry.key(), assignment.place()));
        entries.set(i, new Node.Entry(entry.key(), entry.place(), value));
        return new Node.Mapping(entries, mapping.place());
      }
    }
    String key = step.toLowerCase(Locale.ROOT);
    Node value = put(null, assignment.next(), spot.key(key, assignment.place()));
    entries.add(new Node.Entry(key, assignment.place(), value));
    return new Node.Mapping(entries, mapping.place());
  }

  private Node putItem(Node.Listing listing, Assignment assignment, Spot spot) {
    String step = assignment.steps().getFirst();
    List<Node> items = new ArrayList<>(listing.items());
    int index = index(items, step);
    if (index < 0 || index > items.size()) {
      problems.add(
          spot,
          step,
          "expected the index of an item, 0 to "
              + items.size()
              + (items.isEmpty() ? "" : ", or the id of one"));
      return listing;
    }
    Node old = index < items.size() ? items.get(index) : null;
    String name = Integer.toString(index);
    Node item = put(old, assignment.next(), spot.item(name, assignment.place()));
    if (old == null) {
      items.add(item);
    } else {
      items.set(index, item);
    }
    return new Node.Listing(items, listing.place());
  }

  /** Which item is meant, or -1. */
  private static int index(List<Node> items, String step) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Node.Mapping mapping) {
        String id = mapping.text("id");
        if (id != null && upper(id).equals(step)) {
          return i;
        }
      }
    }
    return isIndex(step) ? Integer.parseInt(step) : -1;
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty()
        && step.length() <= 6
        && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String padded(String step) {
    return isIndex(step) ? String.format("%06d", Integer.valueOf(step)) : step;
  }

  private static String upper(String key) {
    StringBuilder upper = new StringBuilder(key.toUpperCase(Locale.ROOT));
    for (int i = 0; i < upper.length(); i++) {
      if (!Character.isLetterOrDigit(upper.charAt(i))) {
        upper.setCharAt(i, '_');
      }
    }
    return upper.toString();
  }
}
