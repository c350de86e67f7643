package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.rewrite.HeaderChanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes header fields and their changes. */
final class HeaderReader {

  private final Problems problems;
  private final Attempt attempt;

  HeaderReader(Problems problems) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /** The changes that are as expected; none where the section is not there. */
  HeaderChanges read(@Nullable Fields changes) {
    if (changes == null) {
      return HeaderChanges.NONE;
    }
    return HeaderChanges.of(
        eachOnce(changes.named("set")), fields(changes.named("add")), removed(changes));
  }

  /** The fields that are as expected; a name that comes twice in different cases is a problem. */
  List<Header> eachOnce(List<Given.Name> declared) {
    Set<String> names = new HashSet<>();
    for (Given.Name field : declared) {
      if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
        problems.add(
            field.value().spot(), "expected each header field once: case does not tell them apart");
      }
    }
    return fields(declared);
  }

  private List<Header> fields(List<Given.Name> declared) {
    List<Header> headers = new ArrayList<>();
    for (Given.Name field : declared) {
      if (field.value() instanceof Given.Text given) {
        String name = attempt.of(field.name(), given.spot(), HeaderReader::changeable);
        if (name != null) {
          headers.addAll(attempt.each(List.of(given), value -> written(new Header(name, value))));
        }
      }
    }
    return headers;
  }

  private List<String> removed(Fields changes) {
    return attempt.each(changes.texts("remove"), HeaderReader::changeable);
  }

  /** The name in lower case. */
  static String changeable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!HeaderChanges.mayChange(lower)) {
      throw new IllegalArgumentException(
          "Expected the name of a header field that the gateway does not write itself: "
              + name
              + ".");
    }
    return lower;
  }

  private static Header written(Header header) {
    return HeaderChanges.of(List.of(), List.of(header), List.of()).written().getFirst();
  }
}
