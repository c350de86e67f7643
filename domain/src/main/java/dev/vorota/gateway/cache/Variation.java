package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.AcceptedCodings;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which requests a response was selected (RFC 9111, section 4.1). Values count in a form that
 * has no differences without a meaning; of {@code Accept-Encoding} it counts which coding would be
 * chosen, and whether the one that was chosen is taken.
 */
final class Variation {

  /** Its values are part of every key. */
  private static final Set<String> KEYED = Set.of("host", "x-forwarded-host", "x-forwarded-proto");

  /** The gateway writes them, so that no client's request tells what the service saw. */
  private static final Set<String> WRITTEN = Set.of("forwarded", "x-forwarded-for", "via");

  private static final Set<String> IN_ANY_CASE =
      Set.of("accept", "accept-charset", "accept-language");
  private static final String ACCEPT_ENCODING = "accept-encoding";
  static final Variation NONE = new Variation(List.of(), List.of(), null);

  private final List<String> names;
  private final List<String> values;
  private final @Nullable String coding;

  private Variation(List<String> names, List<String> values, @Nullable String coding) {
    this.names = names;
    this.values = values;
    this.coding = coding;
  }

  /** What a response varies by, or null where it fits no other request. */
  static @Nullable Variation of(Request request, Fields response, CachePolicy policy) {
    List<String> names = names(response, policy);
    if (names == null) {
      return null;
    }
    return names.isEmpty()
        ? NONE
        : new Variation(names, valuesOf(request, names), response.header("content-encoding"));
  }

  private static @Nullable List<String> names(Fields response, CachePolicy policy) {
    List<String> names = new ArrayList<>(policy.keyFields());
    for (String value : response.headers("vary")) {
      for (String element : value.split(",", -1)) {
        String name = element.strip().toLowerCase(Locale.ROOT);
        if (name.equals("*") || WRITTEN.contains(name)) {
          return null;
        }
        if (!name.isEmpty() && !KEYED.contains(name) && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Whether a response that was selected for such requests is good for this one. */
  boolean covers(Request request) {
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).equals(valueOf(request, names.get(i)))) {
        return false;
      }
    }
    return names.isEmpty() || !names.contains(ACCEPT_ENCODING) || takesCoding(request);
  }

  /** The values of a request as one text, by which equal requests are known. */
  String textOf(Request request) {
    return names.isEmpty() ? "" : String.join("\n", valuesOf(request, names));
  }

  private static List<String> valuesOf(Request request, List<String> names) {
    List<String> values = new ArrayList<>(names.size());
    for (String name : names) {
      values.add(valueOf(request, name));
    }
    return values;
  }

  private static String valueOf(Request request, String name) {
    if (request.header(name) == null) {
      return "";
    }
    List<String> all = request.headers(name);
    return name.equals(ACCEPT_ENCODING) ? chosen(all) : normal(all, IN_ANY_CASE.contains(name));
  }

  /** The coding that a service with a choice would take. */
  private static String chosen(List<String> values) {
    AcceptedCodings accepted = AcceptedCodings.of(values);
    String chosen = "";
    int most = 0;
    for (ContentCoding coding : ContentCoding.values()) {
      int weight = accepted.weight(coding);
      if (weight > most) {
        chosen = coding == ContentCoding.IDENTITY ? "" : coding.token();
        most = weight;
      }
    }
    return chosen;
  }

  /** Whether the client takes the coding that the response came in. */
  private boolean takesCoding(Request request) {
    AcceptedCodings accepted = AcceptedCodings.of(request.headers(ACCEPT_ENCODING));
    String came = Objects.requireNonNullElse(coding, ContentCoding.IDENTITY.token());
    for (ContentCoding known : ContentCoding.values()) {
      if (known.token().equalsIgnoreCase(came)) {
        return known == ContentCoding.IDENTITY
            ? !accepted.refusesIdentity()
            : accepted.weight(known) > 0;
      }
    }
    return isNamed(came, request.headers(ACCEPT_ENCODING));
  }

  /** Whether a coding that is not known here is named, and so wanted. */
  private static boolean isNamed(String coding, List<String> values) {
    for (String value : values) {
      for (String element : value.split(",", -1)) {
        if (element.strip().equalsIgnoreCase(coding)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Lines joined to one list, without space around the commas (section 4.1). */
  private static String normal(List<String> values, boolean anyCase) {
    String joined = values.size() == 1 ? values.getFirst() : String.join(",", values);
    StringBuilder normal = new StringBuilder(joined.length());
    for (String element : joined.split(",", -1)) {
      normal.append(normal.isEmpty() ? "" : ",").append(element.strip());
    }
    return anyCase ? normal.toString().toLowerCase(Locale.ROOT) : normal.toString();
  }
}
