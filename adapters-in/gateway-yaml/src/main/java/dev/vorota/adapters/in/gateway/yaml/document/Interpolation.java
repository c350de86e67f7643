package dev.vorota.adapters.in.gateway.yaml.document;

import dev.vorota.gateway.config.SecretNames;
import java.util.Map;

/**
 * Puts environment variables into a text. A dollar sign and braces around a name stand for the
 * value of a variable; after the name and a colon comes a default for where it is not set, which
 * may hold pairs of braces, and variables of its own. Two dollar signs before a brace are a plain
 * one.
 */
public final class Interpolation {

  private static final int MAX_DEPTH = 8;

  /**
   * What became of a text.
   *
   * @param secret whether a variable was put in whose name looks like that of a secret
   */
  public record Result(String text, boolean secret) {}

  /** The text can't be completed. */
  public static final class UnresolvedException extends Exception {

    private static final long serialVersionUID = 1L;

    private UnresolvedException(String expected) {
      super(expected, null, false, false);
    }

    /** What was expected, as a phrase. */
    @Override
    public String getMessage() {
      return super.getMessage() == null ? "" : super.getMessage();
    }
  }

  private final Map<String, String> environment;
  private boolean secret;

  private Interpolation(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @throws UnresolvedException if a variable without a default is not set, or a brace is not
   *     closed
   */
  public static Result of(String text, Map<String, String> environment) throws UnresolvedException {
    if (text.indexOf("${") < 0) {
      return new Result(text, false);
    }
    Interpolation interpolation = new Interpolation(environment);
    String resolved = interpolation.resolve(text, 0);
    return new Result(resolved, interpolation.secret);
  }

  private String resolve(String text, int depth) throws UnresolvedException {
    if (depth > MAX_DEPTH) {
      throw new UnresolvedException("expected at most " + MAX_DEPTH + " variables in each other");
    }
    StringBuilder resolved = new StringBuilder();
    int from = 0;
    int start = text.indexOf("${");
    while (start >= 0) {
      int end = start + 2;
      if (start > from && text.charAt(start - 1) == '$') {
        resolved.append(text, from, start - 1).append("${");
      } else {
        end = end(text, start + 2);
        resolved.append(text, from, start).append(value(text.substring(start + 2, end - 1), depth));
      }
      from = end;
      start = text.indexOf("${", from);
    }
    return resolved.append(text, from, text.length()).toString();
  }

  /** Where the brace is closed that was opened before {@code from}. */
  private static int end(String text, int from) throws UnresolvedException {
    int open = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open == 0) {
        return i + 1;
      }
    }
    throw new UnresolvedException("expected } after ${, or $${ for a plain ${");
  }

  private String value(String reference, int depth) throws UnresolvedException {
    int colon = reference.indexOf(':');
    String name = colon < 0 ? reference : reference.substring(0, colon);
    if (!isName(name)) {
      throw new UnresolvedException(
          "expected the name of a variable (letters, digits, _) after ${, or $${ for a plain ${");
    }
    String value = environment.get(name);
    if (value != null) {
      secret |= SecretNames.isSecret(name);
      return value;
    }
    if (colon < 0) {
      throw new UnresolvedException(
          "expected the variable " + name + " to be set, or a default: ${" + name + ":default}");
    }
    return resolve(reference.substring(colon + 1), depth + 1);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(c -> c == '_' || (c < 0x80 && Character.isLetterOrDigit(c)));
  }
}
