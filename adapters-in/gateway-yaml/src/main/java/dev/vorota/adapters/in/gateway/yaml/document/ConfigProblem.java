package dev.vorota.adapters.in.gateway.yaml.document;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration.
 *
 * @param value what was given; null where nothing was, or where it may be a secret
 * @param message what was expected, as a phrase
 */
public record ConfigProblem(Spot spot, @Nullable String value, String message) {

  /**
   * The problem on one line: {@code gateway.yaml:12:5: routes[2].limit: "fast": expected …}.
   *
   * @param document the name of the document
   */
  public String in(String document) {
    StringBuilder line = new StringBuilder(spot.place().in(document)).append(": ");
    if (!spot.path().isEmpty()) {
      line.append(spot.path()).append(": ");
    }
    if (value != null) {
      line.append(Quoted.of(value)).append(": ");
    }
    return line.append(message).toString();
  }
}
