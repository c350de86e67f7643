package dev.vorota.wire.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request's head says, read in the plainest way from the whole of it: the model that the
 * parser is held against. It knows no bounds.
 *
 * @param rest what follows the head
 */
record ReferenceRequest(
    String method,
    String path,
    @Nullable String query,
    @Nullable String authority,
    List<String> fields,
    long contentLength,
    boolean chunked,
    boolean keepsAlive,
    boolean expectsContinue,
    String rest) {

  private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
  private static final Pattern START =
      Pattern.compile("(" + TOKEN + ") ([\\x21\\x22\\x24-\\x7e]+) HTTP/1\\.([01])");
  private static final Pattern FIELD =
      Pattern.compile("(" + TOKEN + "):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*?)[ \\t]*");
  private static final Pattern TARGET =
      Pattern.compile("(?:(?i:https?)://([^/?]*))?(/[^?]*|)(?:\\?(.*))?");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:\\[[0-9A-Fa-f:.]{2,}\\]|(?:[0-9A-Za-z\\-._~!$&'()*+;=]|%[0-9A-Fa-f]{2})+)"
              + "(?::(\\d{0,5}))?");

  /** Reads a message, or returns null where its head is not whole or not good. */
  static @Nullable ReferenceRequest read(String message) {
    String text = message.replaceFirst("^(\r\n){1,8}", "");
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return null;
    }
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Matcher start = START.matcher(lines[0]);
    if (!start.matches() || start.group(1).matches("CONNECT|TRACE")) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher field = FIELD.matcher(lines[i]);
      if (!field.matches()) {
        return null;
      }
      fields.add(field.group(1).toLowerCase(Locale.ROOT) + ": " + field.group(2));
    }
    return of(start, fields, text.substring(end + 4));
  }

  private static @Nullable ReferenceRequest of(Matcher start, List<String> fields, String rest) {
    boolean http10 = start.group(3).equals("0");
    List<String> hosts = values(fields, "host");
    List<String> lengths = values(fields, "content-length");
    List<String> codings = values(fields, "transfer-encoding");
    List<String> expectations = values(fields, "expect");
    String connection = "," + String.join(",", values(fields, "connection")) + ",";
    boolean framed =
        lengths.size() + codings.size() <= 1
            && lengths.stream().allMatch(length -> length.matches("[0-9]{1,18}"))
            && codings.stream().allMatch(coding -> !http10 && coding.equalsIgnoreCase("chunked"));
    boolean expected =
        http10 || expectations.stream().allMatch(value -> value.equalsIgnoreCase("100-continue"));
    if (!framed
        || !expected
        || hosts.size() > 1
        || (hosts.isEmpty() && !http10)
        || !hosts.stream().allMatch(ReferenceRequest::isAuthority)) {
      return null;
    }
    String target = start.group(2);
    boolean star = target.equals("*") && start.group(1).equals("OPTIONS");
    Matcher parts = TARGET.matcher(target);
    if (!star && (!parts.matches() || (parts.group(1) == null && !target.startsWith("/")))) {
      return null;
    }
    String named = star ? null : parts.group(1);
    if (named != null && !isAuthority(named)) {
      return null;
    }
    return new ReferenceRequest(
        start.group(1),
        star ? "*" : parts.group(2).isEmpty() ? "/" : parts.group(2),
        star ? null : parts.group(3),
        named != null ? named : hosts.isEmpty() ? null : hosts.getFirst(),
        fields,
        lengths.isEmpty() ? -1 : Long.parseLong(lengths.getFirst()),
        !codings.isEmpty(),
        connection.matches("(?i).*,\\s*" + (http10 ? "keep-alive" : "close") + "\\s*,.*") == http10,
        !http10 && !expectations.isEmpty(),
        rest);
  }

  private static boolean isAuthority(String text) {
    Matcher authority = AUTHORITY.matcher(text);
    if (!authority.matches()) {
      return false;
    }
    String port = authority.group(1);
    return port == null || port.isEmpty() || Integer.parseInt(port) <= 65_535;
  }

  private static List<String> values(List<String> fields, String name) {
    return fields.stream()
        .filter(field -> field.startsWith(name + ": "))
        .map(field -> field.substring(name.length() + 2))
        .toList();
  }
}
