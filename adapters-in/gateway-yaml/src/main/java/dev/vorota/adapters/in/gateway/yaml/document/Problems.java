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
    problems.add(new ConfigProblem(spot, spot.secret() ? null : hidden(value), message));
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

  /**
   * The value without the user and the password of a URL (RFC 3986, section 3.2.1). Where there are
   * several, or where a password breaks the grammar, less of the value is shown, but no secret.
   */
  private static String hidden(String value) {
    int start = value.indexOf("://") + 3;
    int at = value.lastIndexOf('@');
    return start < 3 || at < start ? value : value.substring(0, start) + "…" + value.substring(at);
  }
}
