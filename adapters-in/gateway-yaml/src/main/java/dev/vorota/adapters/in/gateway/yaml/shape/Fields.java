package dev.vorota.adapters.in.gateway.yaml.shape;

import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section as a document gives it. Reading a key gives null where it is absent, and where its
 * value is broken; {@link #has} tells the one from the other.
 */
public record Fields(Map<String, Given> values, Spot spot) implements Given {

  public Fields {
    values = Map.copyOf(values);
  }

  /** Whether the key is there, be its value broken. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  public @Nullable Given any(String key) {
    Given value = values.get(key);
    return value instanceof Broken ? null : value;
  }

  public @Nullable Text text(String key) {
    return (Text) any(key);
  }

  public boolean flag(String key) {
    return any(key) instanceof Flag flag && flag.value();
  }

  public @Nullable Whole whole(String key) {
    return (Whole) any(key);
  }

  public @Nullable Duration time(String key) {
    return any(key) instanceof Time time ? time.value() : null;
  }

  public @Nullable Fields section(String key) {
    return (Fields) any(key);
  }

  /** The items of a list that are not broken, where they may be of several kinds. */
  public List<Given> items(String key) {
    return items(key, Given.class).stream().filter(item -> !(item instanceof Broken)).toList();
  }

  /** The texts of a list that are not broken. */
  public List<Text> texts(String key) {
    return items(key, Text.class);
  }

  /** The sections of a list that are not broken. */
  public List<Fields> sections(String key) {
    return items(key, Fields.class);
  }

  /** The values by their names; none where the key is absent. */
  public List<Name> named(String key) {
    return any(key) instanceof Named named ? named.names() : List.of();
  }

  private <T extends Given> List<T> items(String key, Class<T> type) {
    return any(key) instanceof Many many
        ? many.items().stream().filter(type::isInstance).map(type::cast).toList()
        : List.of();
  }
}
