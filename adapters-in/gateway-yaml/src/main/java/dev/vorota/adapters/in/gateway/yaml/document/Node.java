package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a document. What a scalar means, its reader decides: a text has no type yet. */
public sealed interface Node {

  Place place();

  /**
   * One value.
   *
   * @param text as written, before variables are put in
   * @param plain whether it was written without quotation marks
   */
  record Scalar(String text, boolean plain, Place place) implements Node {

    /** Whether it stands for no value: nothing, {@code ~} or {@code null}. */
    public boolean isNothing() {
      return plain && (text.isEmpty() || "~".equals(text) || "null".equals(text));
    }
  }

  /** Values in a row. */
  record Listing(List<Node> items, Place place) implements Node {

    public Listing {
      items = List.copyOf(items);
    }
  }

  /** Values by name, in the order of the document, each name once. */
  record Mapping(List<Entry> entries, Place place) implements Node {

    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The scalar text of a key, or null where there is none. */
    @Nullable String text(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return entry.value() instanceof Scalar scalar ? scalar.text() : null;
        }
      }
      return null;
    }
  }

  /**
   * One name of a mapping.
   *
   * @param place that of the key
   */
  record Entry(String key, Place place, Node value) {}
}
