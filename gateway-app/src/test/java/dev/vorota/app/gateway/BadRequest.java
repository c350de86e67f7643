package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is to be refused, as {@code bad-requests.txt} has it.
 *
 * @param title what is wrong with it
 * @param octets one character for each
 * @param inBody whether its head is good, and so is forwarded
 */
record BadRequest(int status, String type, String title, String octets, boolean inBody) {

  private static final String FILE = "/bad-requests.txt";
  private static final String HEADING = "== ";

  static List<BadRequest> all() {
    List<BadRequest> all = new ArrayList<>();
    boolean inBody = false;
    String[] heading = {};
    for (String line : text().lines().toList()) {
      if (line.equals(HEADING + "body")) {
        inBody = true;
      } else if (line.startsWith(HEADING)) {
        heading = line.substring(HEADING.length()).split(" ", 3);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        all.add(
            new BadRequest(
                Integer.parseInt(heading[0]), heading[1], heading[2], octets(line), inBody));
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return title;
  }

  private static String text() {
    try (InputStream in = BadRequest.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + FILE + ".");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String octets(String line) {
    StringBuilder octets = new StringBuilder();
    int repeated = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '\\' -> i += escape(line, i + 1, octets);
        case '{' -> repeated = octets.length();
        case '}' -> {
          int star = octets.lastIndexOf("*");
          int times = Integer.parseInt(octets.substring(star + 1));
          String piece = octets.substring(repeated, star);
          octets.setLength(repeated);
          octets.repeat(piece, times);
        }
        default -> octets.append(c);
      }
    }
    return octets.toString();
  }

  /** Returns how many characters of the line are the escape's. */
  private static int escape(String line, int at, StringBuilder octets) {
    switch (line.charAt(at)) {
      case 'r' -> octets.append('\r');
      case 'n' -> octets.append('\n');
      case 't' -> octets.append('\t');
      case 'v' -> octets.append('\u000b');
      case '0' -> octets.append('\0');
      case 'x' -> {
        octets.append((char) Integer.parseInt(line, at + 1, at + 3, 16));
        return 3;
      }
      default -> octets.append(line.charAt(at));
    }
    return 1;
  }
}
