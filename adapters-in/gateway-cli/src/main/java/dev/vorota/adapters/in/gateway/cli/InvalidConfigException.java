package dev.vorota.adapters.in.gateway.cli;

import java.util.List;

/** A file is no configuration. */
public final class InvalidConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems all that is wrong, a line each
   */
  public InvalidConfigException(List<String> problems) {
    super(String.join("\n", problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, a line each. */
  public List<String> problems() {
    return problems;
  }
}
