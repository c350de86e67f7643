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

  /** The value without the user and the password of a URL (RFC 3986, section 3.2.1). */
  private static String hidden(String value) {
    int start = value.indexOf("://") + 3;
    if (start < 3) {
      return value;
    }
    int end = start;
    while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    int at = value.lastIndexOf('@', end - 1);
    return at < start ? value : value.substring(0, start) + "…" + value.substring(at);
  }
}
