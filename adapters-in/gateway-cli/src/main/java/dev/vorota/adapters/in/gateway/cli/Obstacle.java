package dev.vorota.adapters.in.gateway.cli;

import dev.vorota.gateway.config.SecretNames;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.routing.RequestPredicate;
import java.util.List;
import java.util.stream.Stream;

/** Says why a route does not take a request, but not what a secret must be. */
final class Obstacle {

  private Obstacle() {}

  static String words(RequestPredicate predicate, Arrival arrival) {
    List<String> secrets = values(predicate).map(RequestPredicate.Value::name).toList();
    return secrets.isEmpty()
        ? "expected " + predicate + ", not " + predicate.actual(arrival)
        : "expected another value of " + String.join(", ", secrets) + " (not shown)";
  }

  /** The values in a predicate whose names look like those of secrets. */
  private static Stream<RequestPredicate.Value> values(RequestPredicate predicate) {
    return switch (predicate) {
      case RequestPredicate.Value value when isSecret(value) -> Stream.of(value);
      case RequestPredicate.Several several -> several.parts().stream().flatMap(Obstacle::values);
      case RequestPredicate.Not(var part) -> values(part);
      default -> Stream.of();
    };
  }

  private static boolean isSecret(RequestPredicate.Value value) {
    return value.source() == RequestPredicate.Source.COOKIE || SecretNames.isSecret(value.name());
  }
}
