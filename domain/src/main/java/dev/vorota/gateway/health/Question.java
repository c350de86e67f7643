package dev.vorota.gateway.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an endpoint is asked to find out whether it is sound. */
public sealed interface Question {

  /** Whether it takes a connection. */
  record Connection() implements Question {

    @Override
    public String toString() {
      return "tcp";
    }
  }

  /**
   * A request that it is to answer.
   *
   * @param path with its query, where it has one
   * @param host what it is asked for, or null for the endpoint's own
   * @param statuses which statuses are good
   * @param text what must be in the body, or null
   */
  record Http(
      String method,
      String path,
      @Nullable String host,
      List<StatusRange> statuses,
      @Nullable String text)
      implements Question {

    public Http {
      statuses = List.copyOf(statuses);
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("path must start with a slash: " + path + ".");
      }
    }

    /** Whether a status is good. */
    public boolean isGood(int status) {
      return statuses.stream().anyMatch(range -> range.contains(status));
    }

    @Override
    public String toString() {
      return "http " + method + " " + path;
    }
  }
}
