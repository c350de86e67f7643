package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.rewrite.HeaderChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes header fields and their changes. */
final class HeaderReader {

  private final Attempt attempt;

  HeaderReader(Problems problems) {
    this.attempt = new Attempt(problems);
  }

  /** The changes that are as expected; none where the section is not there. */
  HeaderChanges read(@Nullable Fields changes) {
    if (changes == null) {
      return HeaderChanges.NONE;
    }
    return HeaderChanges.of(
        fields(changes.named("set")), fields(changes.named("add")), removed(changes));
  }

  /** The fields that are as expected. */
  List<Header> fields(List<Given.Name> declared) {
    List<Header> headers = new ArrayList<>();
    for (Given.Name field : declared) {
      if (field.value() instanceof Given.Text given) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (attempt.of(name, given.spot(), HeaderReader::changeable) != null) {
          headers.addAll(attempt.each(List.of(given), value -> written(new Header(name, value))));
        }
      }
    }
    return headers;
  }

  private List<String> removed(Fields changes) {
    List<String> names = new ArrayList<>();
    for (Given.Text given : changes.texts("remove")) {
      String name = given.text().toLowerCase(Locale.ROOT);
      if (attempt.of(name, given.spot(), HeaderReader::changeable) != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static String changeable(String name) {
    return HeaderChanges.of(List.of(), List.of(), List.of(name)).removed().getFirst();
  }

  private static Header written(Header header) {
    return HeaderChanges.of(List.of(), List.of(header), List.of()).written().getFirst();
  }
}
