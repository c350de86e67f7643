package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.rewrite.TextTemplate;
import dev.vorota.gateway.routing.PathPattern;
import dev.vorota.gateway.routing.RouteMatch;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes what becomes of paths. */
final class RewriteReader {

  private final Problems problems;
  private final Attempt attempt;

  RewriteReader(Problems problems) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /** The variables that every path of the match binds. */
  static Set<String> bound(RouteMatch match) {
    Set<String> bound = new TreeSet<>(match.paths().getFirst().variables());
    match.paths().forEach(path -> bound.retainAll(path.variables()));
    return bound;
  }

  /** What becomes of the path; null where the section says it in a wrong way. */
  @Nullable PathRewrite read(Fields fields, @Nullable RouteMatch match) {
    Given.Text path = fields.text("path");
    Given.Text strip = fields.text("strip_prefix");
    Given.Text add = fields.text("add_prefix");
    if (path == null) {
      return prefix(strip, add, match);
    }
    if (strip != null || add != null) {
      path.refuse(problems, "expected either path, or strip_prefix and add_prefix");
    }
    return template(path, match);
  }

  void requireBound(TextTemplate template, Set<String> known, Given.Text given) {
    for (String name : new TreeSet<>(template.variables())) {
      if (!known.contains(name)) {
        given.refuse(
            problems,
            "expected variables that every path of the match has"
                + (known.isEmpty() ? ", which are none" : " (" + String.join(", ", known) + ")")
                + ", not {"
                + name
                + "}");
      }
    }
  }

  private @Nullable PathRewrite template(Given.Text path, @Nullable RouteMatch match) {
    TextTemplate template = attempt.of(path, TextTemplate::path);
    if (template != null && match != null) {
      requireBound(template, bound(match), path);
    }
    return template == null ? null : new PathRewrite.Template(template);
  }

  private @Nullable PathRewrite prefix(
      Given.@Nullable Text strip, Given.@Nullable Text add, @Nullable RouteMatch match) {
    if (strip == null && add == null) {
      return new PathRewrite.Keep();
    }
    PathRewrite stripped = attempt.of(strip, text -> new PathRewrite.ReplacePrefix(text, ""));
    PathRewrite added = attempt.of(add, text -> new PathRewrite.ReplacePrefix("", text));
    if ((strip != null && stripped == null) || (add != null && added == null)) {
      return null;
    }
    if (strip != null && match != null) {
      match.paths().forEach(path -> requireBelow(path, strip));
    }
    return new PathRewrite.ReplacePrefix(
        strip == null ? "" : strip.text(), add == null ? "" : add.text());
  }

  private void requireBelow(PathPattern path, Given.Text strip) {
    if (!path.liesBelow(strip.text())) {
      strip.refuse(problems, "expected a prefix that every path of the match has: " + path);
    }
  }
}
