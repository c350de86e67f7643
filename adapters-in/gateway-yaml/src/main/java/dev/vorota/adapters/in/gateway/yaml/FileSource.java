package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.gateway.files.Folders;
import dev.vorota.gateway.files.StaticFiles;
import java.util.Map;

/**
 * Where the files come from that a document names.
 *
 * @param pages what is built in, by name
 * @param folders finds a folder by its location as the document names it
 * @param small reads a file by its location likewise
 */
public record FileSource(Map<String, StaticFiles> pages, Folders folders, SmallFiles small) {

  public FileSource {
    pages = Map.copyOf(pages);
  }
}
