package dev.vorota.gateway.files;

import dev.vorota.gateway.http.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder whose files are to be served.
 *
 * @param location where it is, as the port that loads it understands it
 * @param fallback the file that answers for every path that leads to no file and whose last segment
 *     has no dot, by its path below the folder; null where there is none
 * @param headers what is sent with each file; a {@code cache-control} takes the place of {@code
 *     no-cache}
 * @param mostOctets how much content it may have
 * @param mostFiles how many files and folders it may have
 */
public record Folder(
    String location,
    @Nullable String fallback,
    List<Header> headers,
    long mostOctets,
    int mostFiles) {

  /** As much content as a folder has when nothing else is said: 64 MiB. */
  public static final long DEFAULT_MOST_OCTETS = 64 << 20;

  /** As many files and folders as a folder has when nothing else is said. */
  public static final int DEFAULT_MOST_FILES = 10_000;

  /**
   * @throws IllegalArgumentException if a bound is not positive
   */
  public Folder {
    headers = List.copyOf(headers);
    if (mostOctets <= 0 || mostFiles <= 0) {
      throw new IllegalArgumentException(
          "mostOctets and mostFiles must be positive: " + mostOctets + ", " + mostFiles + ".");
    }
  }

  /** A folder without a fallback, within the usual bounds. */
  public static Folder at(String location) {
    return new Folder(location, null, List.of(), DEFAULT_MOST_OCTETS, DEFAULT_MOST_FILES);
  }
}
