package dev.vorota.adapters.in.gateway.yaml.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 into a tree. What is not YAML, or too much of it, is a problem with its line. */
public final class YamlTree {

  /** How long a document may be, in octets. */
  public static final int MAX_OCTETS = 8 << 20;

  private YamlTree() {}

  /**
   * @param document in UTF-8
   * @return the tree, or null where the document has none and the problems say why
   */
  public static @Nullable Node read(byte[] document, Problems problems) {
    if (document.length > MAX_OCTETS) {
      problems.add(Spot.TOP, "expected at most " + MAX_OCTETS + " octets");
      return null;
    }
    String text = decode(document, problems);
    return text == null ? null : parse(text, problems);
  }

  private static @Nullable String decode(byte[] document, Problems problems) {
    ByteBuffer octets = ByteBuffer.wrap(document);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException malformed) {
      String before = new String(document, 0, octets.position(), StandardCharsets.UTF_8);
      problems.add(Spot.TOP.at(end(before)), "expected UTF-8");
      return null;
    }
  }

  private static @Nullable Node parse(String text, Problems problems) {
    try {
      return new TreeBuilder(text, problems).build();
    } catch (RefusedYamlException refused) {
      problems.add(Spot.TOP.at(refused.place()), refused.reason());
    } catch (MarkedYamlEngineException malformed) {
      problems.add(
          Spot.TOP.at(place(malformed.getProblemMark().or(malformed::getContextMark))),
          "expected YAML: " + hinted(malformed.getProblem()));
    } catch (ReaderException unprintable) {
      int end = text.offsetByCodePoints(0, unprintable.getPosition());
      problems.add(
          Spot.TOP.at(end(text.substring(0, end))),
          String.format("expected YAML without the character U+%04X", unprintable.getCodePoint()));
    } catch (YamlEngineException malformed) {
      problems.add(Spot.TOP, "expected YAML: " + malformed.getMessage());
    }
    return null;
  }

  /** With an advice where somebody wrote a variable or a template as if braces meant nothing. */
  private static String hinted(String problem) {
    return problem.endsWith("but got {")
        ? problem + "; on one line with others, text with braces needs quotation marks"
        : problem;
  }

  static Place.Line place(Optional<Mark> mark) {
    return mark.map(at -> new Place.Line(at.getLine() + 1, at.getColumn() + 1))
        .orElse(Place.Line.FIRST);
  }

  private static Place.Line end(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n') + 1;
    return new Place.Line(line, 1 + text.codePointCount(start, text.length()));
  }
}
