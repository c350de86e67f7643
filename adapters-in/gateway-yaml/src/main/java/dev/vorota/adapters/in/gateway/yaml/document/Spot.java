package dev.vorota.adapters.in.gateway.yaml.document;

import dev.vorota.gateway.config.SecretNames;

/**
 * Which value of a document is meant: where it was written, and the way to it from the top.
 *
 * @param path such as {@code routes[mobile].limit}; empty for the document itself
 * @param secret whether a key on the way looks like that of a secret
 */
public record Spot(Place place, String path, boolean secret) {

  /** The document itself. */
  public static final Spot TOP = new Spot(Place.Line.FIRST, "", false);

  /** The same value, written elsewhere. */
  Spot at(Place where) {
    return new Spot(where, path, secret);
  }

  /** The same value, not to be shown. */
  public Spot hidden() {
    return new Spot(place, path, true);
  }

  /** The value of a key of this mapping. The sections at the top are no secrets. */
  public Spot key(String key, Place where) {
    boolean top = path.isEmpty();
    String step = isPlain(key) ? (top ? key : "." + key) : "[" + Quoted.of(key) + "]";
    return new Spot(where, path + step, secret || (!top && SecretNames.isSecret(key)));
  }

  /** An item of this list, by its {@code id} where it has a plain one, else by its index from 0. */
  public Spot item(int index, Node item) {
    String id = item instanceof Node.Mapping mapping ? mapping.text("id") : null;
    return item(id != null && isPlain(id) ? id : Integer.toString(index), item.place());
  }

  Spot item(String name, Place where) {
    return new Spot(where, path + "[" + name + "]", secret);
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> c == '-' || c == '_' || (c < 0x80 && Character.isLetterOrDigit(c)));
  }
}
