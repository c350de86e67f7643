package dev.vorota.gateway.routing;

import dev.vorota.gateway.access.AddressBlocks;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Cookies;
import dev.vorota.gateway.http.QueryParameters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of a request beside its host and its path. Its text says what that is. */
public sealed interface RequestPredicate {

  /** All of these. */
  static RequestPredicate all(List<RequestPredicate> parts) {
    return new Several(true, parts);
  }

  /** At least one of these. */
  static RequestPredicate any(List<RequestPredicate> parts) {
    return new Several(false, parts);
  }

  boolean test(Arrival arrival);

  /** What the request has in its place, in words. */
  String actual(Arrival arrival);

  /** One of these methods; {@code GET} does not stand for {@code HEAD}. */
  record Method(Set<String> methods) implements RequestPredicate {

    public Method {
      methods = Set.copyOf(methods);
    }

    @Override
    public boolean test(Arrival arrival) {
      return methods.contains(arrival.request().method());
    }

    @Override
    public String actual(Arrival arrival) {
      return arrival.request().method();
    }

    @Override
    public String toString() {
      return "method " + methods.stream().sorted().collect(Collectors.joining(" or "));
    }
  }

  /** Where a request carries values under names. */
  enum Source {
    HEADER("header"),
    QUERY("query parameter"),
    COOKIE("cookie");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    private List<String> values(Arrival arrival, String name) {
      return switch (this) {
        case HEADER -> arrival.request().headers(name);
        case QUERY -> QueryParameters.of(arrival.request().query(), name);
        case COOKIE -> Cookies.of(arrival.request().headers("cookie"), name);
      };
    }
  }

  /**
   * A value, of which there may be several under one name.
   *
   * @param name of a header field in lower case
   */
  record Value(Source source, String name, ValueTest value) implements RequestPredicate {

    @Override
    public boolean test(Arrival arrival) {
      return value.testAny(source.values(arrival, name));
    }

    @Override
    public String actual(Arrival arrival) {
      List<String> values = source.values(arrival, name);
      return values.isEmpty() ? "none" : String.join(", ", values);
    }

    @Override
    public String toString() {
      return source.word + " " + name + " " + value;
    }
  }

  /** The address that the request comes from. */
  record Client(AddressBlocks blocks) implements RequestPredicate {

    @Override
    public boolean test(Arrival arrival) {
      return blocks.contains(arrival.client());
    }

    @Override
    public String actual(Arrival arrival) {
      return arrival.client().getHostAddress();
    }

    @Override
    public String toString() {
      return "client in " + blocks;
    }
  }

  /** One of these hosts; at the top of a route it is a matter of the table. */
  record Host(List<HostPattern> hosts) implements RequestPredicate {

    public Host {
      hosts = List.copyOf(hosts);
    }

    @Override
    public boolean test(Arrival arrival) {
      String host = HostPattern.hostIn(arrival.request().authority());
      return hosts.stream().anyMatch(pattern -> pattern.matches(host));
    }

    @Override
    public String actual(Arrival arrival) {
      String host = HostPattern.hostIn(arrival.request().authority());
      return host == null ? "none" : host;
    }

    @Override
    public String toString() {
      return "host " + words(hosts);
    }
  }

  /** One of these paths; at the top of a route it is a matter of the table. */
  record Path(List<PathPattern> paths) implements RequestPredicate {

    public Path {
      paths = List.copyOf(paths);
    }

    @Override
    public boolean test(Arrival arrival) {
      return paths.stream().anyMatch(pattern -> pattern.bind(arrival.path()) != null);
    }

    @Override
    public String actual(Arrival arrival) {
      return arrival.path();
    }

    @Override
    public String toString() {
      return "path " + words(paths);
    }
  }

  /**
   * Several at once.
   *
   * @param all whether all of them must hold, or at least one
   */
  record Several(boolean all, List<RequestPredicate> parts) implements RequestPredicate {

    public Several {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Arrival arrival) {
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).test(arrival) != all) {
          return !all;
        }
      }
      return all;
    }

    @Override
    public String actual(Arrival arrival) {
      return parts.stream()
          .map(part -> part.actual(arrival))
          .distinct()
          .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
      return (all ? "all of (" : "any of (") + words(parts, "; ") + ")";
    }
  }

  /** The opposite. */
  record Not(RequestPredicate part) implements RequestPredicate {

    @Override
    public boolean test(Arrival arrival) {
      return !part.test(arrival);
    }

    @Override
    public String actual(Arrival arrival) {
      return part.actual(arrival);
    }

    @Override
    public String toString() {
      return "not (" + part + ")";
    }
  }

  private static String words(List<?> parts) {
    return words(parts, " or ");
  }

  private static String words(List<?> parts, String between) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(between));
  }
}
