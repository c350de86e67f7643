package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a configuration. For one thread. */
public final class Problems {

  private final List<ConfigProblem> problems = new ArrayList<>();

  /** Something is missing. */
  public void add(Spot spot, String message) {
    problems.add(new ConfigProblem(spot, null, message));
  }

  /** A value is not as expected. It is not named where it may be a secret. */
  public void add(Spot spot, String value, String message) {
    problems.add(new ConfigProblem(spot, spot.secret() ? null : Secrets.hideIn(value), message));
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All of them, by line, those of variables last. */
  public List<ConfigProblem> sorted() {
    return problems.stream()
        .sorted(Comparator.comparing(problem -> problem.spot().place()))
        .distinct()
        .toList();
  }
}
