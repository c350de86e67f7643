package dev.vorota.wire;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One octet of a message that is put in, left out or changed.
 *
 * @param place where, in thousandths of the message's length
 */
public record Mutation(Kind kind, int place, char octet) {

  private static final String NASTY =
      "\r\n\r\n\t \0\u000b\f:;,\u007f\u0080\u00a0\u00ffaA01xX/?#%@[]\"+-_";
  private static final int MOST = 3;
  private static final int WHOLE = 1_000;

  /** What becomes of the octet. */
  public enum Kind {
    INSERT,
    DELETE,
    REPLACE,
    /** All between it and its neighbour's neighbour stands twice. */
    REPEAT
  }

  /** A message as it is, and with some octets changed. */
  public static Arbitrary<String> of(String message) {
    Arbitrary<Mutation> mutations =
        Combinators.combine(
                Arbitraries.of(Kind.class),
                Arbitraries.integers().between(0, WHOLE - 1),
                Arbitraries.chars().with(NASTY))
            .as(Mutation::new);
    return mutations.list().ofMaxSize(MOST).map(list -> apply(list, message));
  }

  private static String apply(List<Mutation> mutations, String message) {
    StringBuilder mutated = new StringBuilder(message);
    for (Mutation mutation : mutations) {
      mutation.apply(mutated);
    }
    return mutated.toString();
  }

  private void apply(StringBuilder message) {
    int at = place * message.length() / WHOLE;
    if (at >= message.length()) {
      return;
    }
    switch (kind) {
      case INSERT -> message.insert(at, octet);
      case DELETE -> message.deleteCharAt(at);
      case REPLACE -> message.setCharAt(at, octet);
      case REPEAT -> message.insert(at, message.substring(at, Math.min(at + 2, message.length())));
    }
  }
}
