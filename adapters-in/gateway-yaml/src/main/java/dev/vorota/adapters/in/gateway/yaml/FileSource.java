package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.gateway.files.StaticFiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the files come from that routes answer with.
 *
 * @param pages what is built in, by name
 */
public record FileSource(Map<String, StaticFiles> pages, Folders folders) {

  /** Loads folders. */
  public interface Folders {

    /**
     * The files of a folder.
     *
     * @param folder as the document names it
     * @param fallback the path of the file that answers where there is none, or null
     * @throws IllegalArgumentException if it can't be loaded; the message says why
     */
    StaticFiles load(String folder, @Nullable String fallback);
  }

  public FileSource {
    pages = Map.copyOf(pages);
  }
}
