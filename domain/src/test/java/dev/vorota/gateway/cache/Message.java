package dev.vorota.gateway.cache;

import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.HttpDate;
import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A head as the tests write it: the method or the status, then fields, with {@code ;;} between
 * them. A number in braces stands for the date so many seconds from the beginning of the test.
 */
record Message(String start, List<Header> fields) implements Fields {

  /** When a test begins. */
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final Pattern DATE = Pattern.compile("\\{(-?\\d+)}");

  static Message of(String text) {
    String[] parts = text.split(";;", -1);
    return new Message(
        parts[0].strip(), Stream.of(parts).skip(1).map(part -> field(part.strip())).toList());
  }

  int status() {
    return Integer.parseInt(start);
  }

  /** The request with this start as its method. */
  Request request() {
    return new Sent(this);
  }

  @Override
  public @Nullable String header(String name) {
    return headers(name).stream().findFirst().orElse(null);
  }

  @Override
  public List<String> headers(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Header::value).toList();
  }

  private static Header field(String text) {
    int colon = text.indexOf(':');
    String value =
        DATE.matcher(text.substring(colon + 1).strip())
            .replaceAll(
                match -> HttpDate.format(BEGIN.getEpochSecond() + Long.parseLong(match.group(1))));
    return new Header(text.substring(0, colon).toLowerCase(Locale.ROOT), value);
  }

  private record Sent(Message message) implements Request {

    @Override
    public String method() {
      return message.start();
    }

    @Override
    public String path() {
      return "/";
    }

    @Override
    public @Nullable String query() {
      return null;
    }

    @Override
    public @Nullable String authority() {
      return "gate";
    }

    @Override
    public @Nullable String header(String name) {
      return message.header(name);
    }

    @Override
    public List<String> headers(String name) {
      return message.headers(name);
    }

    @Override
    public InetAddress peer() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public boolean isWebSocketUpgrade() {
      return false;
    }
  }
}
