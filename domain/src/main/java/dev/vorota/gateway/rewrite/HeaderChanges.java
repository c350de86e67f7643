package dev.vorota.gateway.rewrite;

import dev.vorota.gateway.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the fields of a head are changed: fields are removed first, then others are written. Fields
 * that frame a message or speak of a connection are the gateway's own and can't be changed.
 *
 * @param removed the names of fields that are taken out, in lower case
 * @param written fields that are put in, in their order
 */
public record HeaderChanges(List<String> removed, List<Header> written) {

  /** No change. */
  public static final HeaderChanges NONE = new HeaderChanges(List.of(), List.of());

  private static final Set<String> UNTOUCHABLE =
      Set.of(
          "connection",
          "content-length",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public HeaderChanges {
    removed = List.copyOf(removed);
    written = List.copyOf(written);
    removed.forEach(HeaderChanges::requireName);
    written.forEach(
        header -> {
          requireName(header.name());
          requireValue(header.value());
        });
  }

  /**
   * @param set fields that replace those of their names
   * @param add fields beside those of their names
   * @param remove the names of fields that are taken out
   * @throws IllegalArgumentException if a name or a value can't stand in a head, or the field is
   *     the gateway's own; the message says what was expected
   */
  public static HeaderChanges of(List<Header> set, List<Header> add, List<String> remove) {
    Set<String> removed = new TreeSet<>(remove);
    set.forEach(header -> removed.add(header.name()));
    List<Header> written = new ArrayList<>(set);
    written.addAll(add);
    return new HeaderChanges(List.copyOf(removed), written);
  }

  public boolean isEmpty() {
    return removed.isEmpty() && written.isEmpty();
  }

  /**
   * Whether a field may be changed: one that is not the gateway's own.
   *
   * @param name in lower case
   */
  public static boolean mayChange(String name) {
    boolean token =
        !name.isEmpty()
            && name.chars()
                .allMatch(
                    c ->
                        (c >= 'a' && c <= 'z')
                            || (c >= '0' && c <= '9')
                            || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    return token && !UNTOUCHABLE.contains(name);
  }

  private static void requireName(String name) {
    if (!mayChange(name)) {
      throw new IllegalArgumentException(
          "Expected the name of a header field in lower case that the gateway does not write"
              + " itself: "
              + name
              + ".");
    }
  }

  private static void requireValue(String value) {
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
      throw new IllegalArgumentException(
          "Expected a header value of visible ASCII characters and spaces: " + value + ".");
    }
  }
}
