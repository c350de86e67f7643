package dev.vorota.adapters.in.gateway.yaml.shape;

import org.jspecify.annotations.Nullable;

/**
 * One key of a section.
 *
 * @param usual the value where none is given, as it would be written; null for none
 * @param about one sentence
 */
public record Key(
    String name, Shape shape, boolean required, @Nullable String usual, String about) {

  public static Key required(String name, Shape shape, String about) {
    return new Key(name, shape, true, null, about);
  }

  public static Key optional(String name, Shape shape, String about) {
    return new Key(name, shape, false, null, about);
  }

  /** A key that has a value even where none is given. */
  public static Key usually(String name, String usual, Shape.Scalar shape, String about) {
    return new Key(name, shape, false, usual, about);
  }
}
