package dev.vorota.wire.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body in chunks, read in the plainest way from the whole of it: the model that the reader is
 * held against. It knows no bounds.
 *
 * @param rest what follows the body
 */
record ReferenceChunks(String body, List<String> trailers, String rest) {

  private static final Pattern SIZE =
      Pattern.compile("([0-9A-Fa-f]{1,15})(?:[ \\t]*;[\\t\\x20-\\x7e\\x80-\\xff]*)?\\r\\n");
  private static final Pattern TRAILERS =
      Pattern.compile(
          "((?:[!#$%&'*+\\-.^_`|~0-9A-Za-z]+:[\\t\\x20-\\x7e\\x80-\\xff]*\\r\\n)*)\\r\\n");

  /** Reads a message, or returns null where the body is not whole or not good. */
  static @Nullable ReferenceChunks read(String message) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (true) {
      Matcher size = SIZE.matcher(message).region(at, message.length());
      if (!size.lookingAt()) {
        return null;
      }
      long length = Long.parseLong(size.group(1), 16);
      at = size.end();
      if (length == 0) {
        return end(body.toString(), message, at);
      }
      if (length > message.length() - at - 2 || !message.startsWith("\r\n", at + (int) length)) {
        return null;
      }
      body.append(message, at, at + (int) length);
      at += (int) length + 2;
    }
  }

  private static @Nullable ReferenceChunks end(String body, String message, int at) {
    Matcher trailers = TRAILERS.matcher(message).region(at, message.length());
    if (!trailers.lookingAt()) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    for (String line : trailers.group(1).split("\r\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(line.replaceFirst(":[ \\t]*", ":").replaceFirst("[ \\t]*$", ""));
      }
    }
    return new ReferenceChunks(body, lines, message.substring(trailers.end()));
  }
}
