package dev.vorota.adapters.in.gateway.yaml.shape;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import java.time.Duration;
import java.util.List;

/** A value that a document gives, as its shape asks for it. */
public sealed interface Given
    permits Fields,
        Given.Broken,
        Given.Flag,
        Given.Many,
        Given.Named,
        Given.Text,
        Given.Time,
        Given.Whole {

  Spot spot();

  /** A value that is not as its shape asks, which a problem says already. */
  record Broken(Spot spot) implements Given {}

  /** A text, or the word of a choice. */
  record Text(String text, Spot spot) implements Given {

    /** Reports that the text is not as expected. */
    public void refuse(Problems problems, String message) {
      problems.add(spot, text, message);
    }
  }

  record Whole(long value, Spot spot) implements Given {}

  record Time(Duration value, Spot spot) implements Given {}

  record Flag(boolean value, Spot spot) implements Given {}

  record Many(List<Given> items, Spot spot) implements Given {

    public Many {
      items = List.copyOf(items);
    }
  }

  /** Values by names that the document chose, in its order. */
  record Named(List<Name> names, Spot spot) implements Given {

    public Named {
      names = List.copyOf(names);
    }
  }

  /** One of the names. */
  record Name(String name, Given value) {}
}
