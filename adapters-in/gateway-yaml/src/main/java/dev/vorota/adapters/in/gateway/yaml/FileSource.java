package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.gateway.files.Folders;
import dev.vorota.gateway.files.StaticFiles;
import java.util.Map;

/**
 * Where the files come from that routes answer with.
 *
 * @param pages what is built in, by name
 * @param folders finds a folder by its location as the document names it
 */
public record FileSource(Map<String, StaticFiles> pages, Folders folders) {

  public FileSource {
    pages = Map.copyOf(pages);
  }
}
