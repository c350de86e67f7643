package dev.vorota.adapters.in.gateway.yaml.shape;

import dev.vorota.adapters.in.gateway.yaml.document.Interpolation;
import dev.vorota.adapters.in.gateway.yaml.document.Node;
import dev.vorota.adapters.in.gateway.yaml.document.Place;
import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a tree after its shape; all that differs from it becomes a problem. */
public final class Check {

  private final Map<String, String> environment;
  private final Problems problems;

  /**
   * @param environment the variables that scalars may name
   */
  public Check(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** What the node gives; a {@link Given.Broken} where that is nothing of use. */
  public Given read(Node node, Shape shape, Spot spot) {
    return switch (node) {
      case Node.Scalar scalar when scalar.isNothing() -> {
        problems.add(spot, "missing: expected " + shape.expected());
        yield new Given.Broken(spot);
      }
      case Node.Scalar scalar when !(shape instanceof Shape.Section) ->
          resolve(scalar, shape, spot);
      case Node.Scalar scalar -> broken(spot, scalar.text(), shape);
      case Node.Listing listing -> list(listing, shape, spot);
      case Node.Mapping mapping -> mapping(mapping, shape, spot);
    };
  }

  private Given resolve(Node.Scalar scalar, Shape shape, Spot spot) {
    if (scalar.place() instanceof Place.Variable) {
      return scalar(scalar.text(), shape, spot, true);
    }
    try {
      Interpolation.Result result = Interpolation.of(scalar.text(), environment);
      return scalar(result.text(), shape, result.secret() ? spot.hidden() : spot, false);
    } catch (Interpolation.UnresolvedException unresolved) {
      problems.add(spot, scalar.text(), unresolved.getMessage());
      return new Given.Broken(spot);
    }
  }

  /**
   * @param list whether a list may be written with commas, whatever its shape says: a variable has
   *     no other way to be one
   */
  private Given scalar(String text, Shape shape, Spot spot, boolean list) {
    return switch (shape) {
      case Shape.Scalar scalar -> Scalars.read(text, scalar, spot, problems);
      case Shape.Shorthand(var scalar, _) -> Scalars.read(text, scalar, shape, spot, problems);
      case Shape.Many many when many.item() instanceof Shape.Scalar item ->
          items(text, many, item, spot, list);
      case Shape.Many many when many.item() instanceof Shape.Shorthand(var item, _) ->
          items(text, many, item, spot, list);
      case Shape.Many _, Shape.Named _, Shape.Section _ -> broken(spot, text, shape);
    };
  }

  private Given items(String text, Shape.Many many, Shape.Scalar item, Spot spot, boolean list) {
    return switch (many.writing()) {
      case OR_COMMAS -> separated(text, many, item, spot);
      case OR_ONE -> list ? separated(text, many, item, spot) : one(text, item, spot);
      case LIST -> list ? separated(text, many, item, spot) : broken(spot, text, many);
    };
  }

  private Given one(String text, Shape.Scalar item, Spot spot) {
    return new Given.Many(List.of(Scalars.read(text, item, spot, problems)), spot);
  }

  private Given separated(String text, Shape.Many many, Shape.Scalar item, Spot spot) {
    List<Given> items = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        items.add(Scalars.read(part.strip(), item, spot, problems));
      }
    }
    return many(items, many, spot);
  }

  private Given list(Node.Listing listing, Shape shape, Spot spot) {
    if (!(shape instanceof Shape.Many many)) {
      problems.add(spot, "expected " + shape.expected() + ", not a list");
      return new Given.Broken(spot);
    }
    List<Given> items = new ArrayList<>();
    for (Node item : listing.items()) {
      items.add(read(item, many.item(), spot.item(items.size(), item)));
    }
    return many(items, many, spot);
  }

  private Given many(List<Given> items, Shape.Many many, Spot spot) {
    if (items.size() < many.min()) {
      problems.add(spot, "expected at least " + many.min() + " item: " + many.expected());
      return new Given.Broken(spot);
    }
    return new Given.Many(items, spot);
  }

  private Given mapping(Node.Mapping mapping, Shape shape, Spot spot) {
    return switch (shape) {
      case Shape.Section section -> new Sections(this, problems).read(mapping, section, spot);
      case Shape.Shorthand(_, var section) ->
          new Sections(this, problems).read(mapping, section, spot);
      case Shape.Named named -> named(mapping, named, spot);
      case Shape.Scalar _, Shape.Many _ -> {
        problems.add(spot, "expected " + shape.expected() + ", not a mapping");
        yield new Given.Broken(spot);
      }
    };
  }

  private Given named(Node.Mapping mapping, Shape.Named shape, Spot spot) {
    List<Given.Name> names = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Spot keySpot = spot.key(entry.key(), entry.place());
      Given name = Scalars.read(entry.key(), shape.name(), keySpot, problems);
      Spot valueSpot = spot.key(entry.key(), entry.value().place());
      Given value = read(entry.value(), shape.value(), valueSpot);
      names.add(
          new Given.Name(
              entry.key(), name instanceof Given.Broken ? new Given.Broken(keySpot) : value));
    }
    return new Given.Named(names, spot);
  }

  private Given broken(Spot spot, String text, Shape shape) {
    problems.add(spot, text, "expected " + shape.expected());
    return new Given.Broken(spot);
  }
}
