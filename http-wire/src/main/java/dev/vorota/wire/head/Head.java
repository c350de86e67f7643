package dev.vorota.wire.head;

import dev.vorota.gateway.http.Fields;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The head of a message: its octets, and where each field stands among them. It is used again for
 * the connection's next message. Strict: lines end in CRLF, nothing is folded, no octet is out of
 * place (RFC 9112, sections 2.2 and 5).
 */
public abstract class Head implements Fields {

  private static final int FIRST_FIELDS = 32;
  private static final int SPANS = 4;

  private final int longest;
  private final int mostFields;
  private final HeadOctets octets = new HeadOctets();
  private int[] spans = new int[FIRST_FIELDS * SPANS];
  private @Nullable KnownField[] known = new @Nullable KnownField[FIRST_FIELDS];
  private int fields;
  private long present;

  /**
   * @param longest the most octets that a head may have
   * @param mostFields the most fields that it may have
   */
  Head(int longest, int mostFields) {
    this.longest = longest;
    this.mostFields = mostFields;
  }

  /** Forgets the message, to read the next one. */
  public void reset() {
    octets.reset();
    fields = 0;
    present = 0;
  }

  /** Whether nothing of a message has been read yet. */
  public final boolean isEmpty() {
    return octets.isEmpty();
  }

  /**
   * Reads on, up to the end of the head and not beyond it.
   *
   * @return whether the head is whole
   * @throws MalformedMessageException if it can't become a good one
   */
  public final boolean read(ByteBuf in) {
    boolean whole = octets.read(in, longest);
    if (octets.length() > longest) {
      throw tooLong(longest);
    }
    if (whole) {
      parse();
    }
    return whole;
  }

  public final int fieldCount() {
    return fields;
  }

  /** The known field that stands at this place, or null where it is none. */
  public final @Nullable KnownField known(int field) {
    return known[field];
  }

  public final String name(int field) {
    return text(spans[field * SPANS], spans[field * SPANS + 1]);
  }

  public final String value(int field) {
    return text(spans[field * SPANS + 2], spans[field * SPANS + 3]);
  }

  @Override
  public final @Nullable String header(String name) {
    for (int i = 0; i < fields; i++) {
      if (isNamed(i, name)) {
        return value(i);
      }
    }
    return null;
  }

  @Override
  public final List<String> headers(String name) {
    List<String> values = new ArrayList<>(1);
    for (int i = 0; i < fields; i++) {
      if (isNamed(i, name)) {
        values.add(value(i));
      }
    }
    return values;
  }

  /** Whether there is a field of this kind. */
  public final boolean has(KnownField field) {
    return (present & bit(field)) != 0;
  }

  /** The values of all fields of this kind joined as one list, or null where there is none. */
  public final @Nullable String joined(KnownField field) {
    String joined = null;
    for (int i = 0; has(field) && i < fields; i++) {
      if (known[i] == field) {
        joined = joined == null ? value(i) : joined + ", " + value(i);
      }
    }
    return joined;
  }

  /**
   * Whether the sender lets the connection be used again (RFC 9112, section 9.3).
   *
   * @param http10 whether it speaks HTTP/1.0, which wants to be told so
   */
  final boolean keepsAlive(boolean http10) {
    if (!has(KnownField.CONNECTION)) {
      return !http10;
    }
    if (isOnly(KnownField.CONNECTION, "keep-alive")) {
      return true;
    }
    String connection = joined(KnownField.CONNECTION);
    return http10 ? HopByHop.lists(connection, "keep-alive") : !HopByHop.lists(connection, "close");
  }

  /** Whether a field has this name, whatever its case. */
  final boolean isNamed(int field, String lowerCaseName) {
    return Ascii.equalsIgnoreCase(
        octets.bytes(), spans[field * SPANS], spans[field * SPANS + 1], lowerCaseName);
  }

  /** Whether a field has one of these names, whatever its case. */
  public final boolean isNamedIn(int field, List<String> lowerCaseNames) {
    for (int i = 0; i < lowerCaseNames.size(); i++) {
      if (isNamed(field, lowerCaseNames.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field's value is this, whatever its case. */
  final boolean isValue(int field, String lowerCaseValue) {
    return Ascii.equalsIgnoreCase(
        octets.bytes(), spans[field * SPANS + 2], spans[field * SPANS + 3], lowerCaseValue);
  }

  /** Whether there is one field of this kind only, and its value is this, whatever its case. */
  final boolean isOnly(KnownField kind, String lowerCaseValue) {
    int found = -1;
    for (int i = 0; has(kind) && i < fields; i++) {
      if (known[i] == kind) {
        if (found >= 0) {
          return false;
        }
        found = i;
      }
    }
    return found >= 0 && isValue(found, lowerCaseValue);
  }

  /** Whether a field's value is this, in the same case. */
  final boolean isExactly(int field, String value) {
    return valueLength(field) == value.length()
        && Ascii.isAt(octets.bytes(), spans[field * SPANS + 2], value);
  }

  final int valueLength(int field) {
    return spans[field * SPANS + 3] - spans[field * SPANS + 2];
  }

  /**
   * Writes the fields as they came, except those that are dropped. Neighbours are written in one
   * go: mostly the head is two or three pieces.
   */
  public final void writeFields(IntPredicate dropped, ByteBuf out) {
    int from = fields == 0 ? 0 : spans[0];
    int to = from;
    for (int i = 0; i < fields; i++) {
      if (dropped.test(i)) {
        write(from, to, out);
        from = lineEnd(i);
      }
      to = lineEnd(i);
    }
    write(from, to, out);
  }

  /** Reads the first line and returns where the second one starts. */
  abstract int parseStartLine(byte[] head);

  /** Draws from the fields what the message says of itself; all of them have been read. */
  abstract void interpret();

  final String text(int start, int end) {
    return octets.text(start, end);
  }

  final void write(int start, int end, ByteBuf out) {
    octets.write(start, end, out);
  }

  /** Says that the head is too long. Its octets so far may be looked at. */
  MalformedMessageException tooLong(int most) {
    return new MalformedMessageException(
        Refusal.HEAD_TOO_LARGE, "head", "more", "at most " + most + " octets long");
  }

  /** Whether an octet stands in what has been read so far. */
  final boolean holds(char octet) {
    return octets.holds(octet);
  }

  /** Where the line after a field starts: the next field's, or the empty one. */
  private int lineEnd(int field) {
    return field + 1 < fields ? spans[(field + 1) * SPANS] : octets.length() - 2;
  }

  @SuppressWarnings("EnumOrdinal") // nothing outlives the process by it
  private static long bit(KnownField field) {
    return 1L << field.ordinal();
  }

  private void parse() {
    byte[] bytes = octets.bytes();
    int at = parseStartLine(bytes);
    while (bytes[at] != '\r') {
      at = parseField(bytes, at);
    }
    if (at + 2 != octets.length()) {
      throw MalformedMessageException.of("line", "CR without LF", "ended by CRLF");
    }
    interpret();
  }

  private int parseField(byte[] bytes, int start) {
    if (fields == mostFields) {
      throw new MalformedMessageException(
          Refusal.HEAD_TOO_LARGE, "fields", "more", "at most " + mostFields);
    }
    int at = start;
    int hash = 0;
    while (Ascii.isToken(bytes[at])) {
      hash = Ascii.hash(hash, bytes[at++]);
    }
    if (at == start || bytes[at] != ':') {
      throw MalformedMessageException.at(
          "field name", bytes[at], "one or more token characters followed by a colon");
    }
    int nameEnd = at++;
    while (bytes[at] == ' ' || bytes[at] == '\t') {
      at++;
    }
    int valueStart = at;
    at = Ascii.endOfFieldText(bytes, at);
    if (bytes[at] != '\r' || bytes[at + 1] != '\n') {
      throw MalformedMessageException.at(
          text(start, nameEnd), bytes[at], "free of control characters and ended by CRLF");
    }
    int next = at + 2;
    while (at > valueStart && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    add(bytes, start, nameEnd, valueStart, at, hash);
    return next;
  }

  private void add(
      byte[] bytes, int nameStart, int nameEnd, int valueStart, int valueEnd, int hash) {
    if (fields == known.length) {
      known = Arrays.copyOf(known, fields * 2);
      spans = Arrays.copyOf(spans, fields * 2 * SPANS);
    }
    KnownField field = KnownField.find(bytes, nameStart, nameEnd, hash);
    known[fields] = field;
    present |= field == null ? 0 : bit(field);
    int span = fields++ * SPANS;
    spans[span] = nameStart;
    spans[span + 1] = nameEnd;
    spans[span + 2] = valueStart;
    spans[span + 3] = valueEnd;
  }
}
