package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.access.AddressBlocks;
import dev.vorota.gateway.routing.HostPattern;
import dev.vorota.gateway.routing.PathPattern;
import dev.vorota.gateway.routing.RequestPredicate;
import dev.vorota.gateway.routing.RequestPredicate.Source;
import dev.vorota.gateway.routing.RouteMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what a route asks of requests. */
final class MatchReader {

  private final Problems problems;
  private final Attempt attempt;

  MatchReader(Problems problems) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /** The match, or null where it has no good path. */
  @Nullable RouteMatch read(@Nullable Fields match) {
    if (match == null) {
      return null;
    }
    List<HostPattern> hosts = hosts(match);
    List<PathPattern> paths = paths(match);
    List<RequestPredicate> predicates = predicates(match);
    return paths.isEmpty() ? null : new RouteMatch(hosts, paths, predicates);
  }

  private List<HostPattern> hosts(Fields fields) {
    return attempt.each(fields.texts("host"), HostPattern::parse);
  }

  private List<PathPattern> paths(Fields fields) {
    return attempt.each(fields.texts("path"), PathPattern::parse);
  }

  /** What is asked beside host and path. */
  private List<RequestPredicate> predicates(Fields fields) {
    List<RequestPredicate> all = new ArrayList<>();
    if (fields.has("method")) {
      all.add(new RequestPredicate.Method(texts(fields.texts("method"))));
    }
    fields.named("headers").forEach(each -> add(Source.HEADER, each, all));
    fields.named("query").forEach(each -> add(Source.QUERY, each, all));
    fields.named("cookies").forEach(each -> add(Source.COOKIE, each, all));
    if (fields.has("client")) {
      all.add(new RequestPredicate.Client(client(fields.texts("client"))));
    }
    if (fields.has("any")) {
      all.add(RequestPredicate.any(conditions(fields.sections("any"))));
    }
    if (fields.has("all")) {
      all.add(RequestPredicate.all(conditions(fields.sections("all"))));
    }
    Fields not = fields.section("not");
    if (not != null) {
      all.add(new RequestPredicate.Not(condition(not)));
    }
    return all;
  }

  private AddressBlocks client(List<Given.Text> blocks) {
    List<String> good = attempt.each(blocks, text -> AddressBlocks.of(List.of(text)).toString());
    return AddressBlocks.of(good);
  }

  private List<RequestPredicate> conditions(List<Fields> declared) {
    return declared.stream().map(this::condition).toList();
  }

  private RequestPredicate condition(Fields fields) {
    if (fields.values().values().stream().allMatch(MatchReader::asksNothing)) {
      problems.add(fields.spot(), "expected at least one condition");
    }
    List<RequestPredicate> all = new ArrayList<>();
    if (fields.has("host")) {
      all.add(new RequestPredicate.Host(hosts(fields)));
    }
    if (fields.has("path")) {
      all.add(new RequestPredicate.Path(paths(fields)));
    }
    all.addAll(predicates(fields));
    return all.size() == 1 ? all.getFirst() : RequestPredicate.all(all);
  }

  /** Whether it is a mapping from names to values that has none. */
  private static boolean asksNothing(Given given) {
    return given instanceof Given.Named(var names, _) && names.isEmpty();
  }

  private static void add(Source source, Given.Name declared, List<RequestPredicate> all) {
    String name =
        source == Source.HEADER ? declared.name().toLowerCase(Locale.ROOT) : declared.name();
    RequestPredicate predicate = ValueReader.read(source, name, declared.value());
    if (predicate != null) {
      all.add(predicate);
    }
  }

  private static Set<String> texts(List<Given.Text> given) {
    return given.stream().map(Given.Text::text).collect(Collectors.toCollection(HashSet::new));
  }
}
