package dev.vorota.adapters.out.gateway.files;

import dev.vorota.gateway.files.Folder;
import dev.vorota.gateway.files.FolderException;
import dev.vorota.gateway.files.Folders;
import dev.vorota.gateway.files.StaticFile;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.files.Variant;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folders of this machine's disk. A file {@code page.html.br} or {@code page.html.gz} beside {@code
 * page.html} is a variant of it where it is smaller; {@code index.html} stands for its folder.
 */
public final class DiskFolders implements Folders {

  private static final String INDEX = "index.html";
  private static final String CACHE_CONTROL = "cache-control";
  private static final Header ASK_AGAIN = new Header(CACHE_CONTROL, "no-cache");
  private static final Header NO_SNIFFING = new Header("x-content-type-options", "nosniff");

  private final Clock clock;

  /** A file as it stands on the disk. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Stored(byte[] content, Instant lastModified) {}

  public DiskFolders(Clock clock) {
    this.clock = clock;
  }

  @Override
  public StaticFiles load(Folder folder) {
    try {
      return read(folder);
    } catch (IOException failure) {
      throw new FolderException(
          "The folder " + folder.location() + " can't be read: " + failure, failure);
    }
  }

  private StaticFiles read(Folder folder) throws IOException {
    Map<String, Path> found = FolderWalk.files(Path.of(folder.location()), folder.mostFiles());
    Contents contents = new Contents(folder.location(), folder.mostOctets());
    Map<String, Stored> stored = new HashMap<>();
    for (Map.Entry<String, Path> file : found.entrySet()) {
      Path path = file.getValue();
      stored.put(file.getKey(), new Stored(contents.read(path), lastModified(path)));
    }
    List<Header> headers = headers(folder);
    Map<String, StaticFile> files = new HashMap<>();
    stored.forEach(
        (path, plain) -> {
          List<Variant> variants = variants(path, plain.content(), stored);
          StaticFile file =
              new StaticFile(MediaTypes.of(path), plain.lastModified(), headers, variants);
          files.put(path, file);
          if (path.endsWith("/" + INDEX)) {
            files.put(path.substring(0, path.length() - INDEX.length()), file);
          }
        });
    return new StaticFiles(files, fallback(folder, files));
  }

  private static List<Variant> variants(String path, byte[] plain, Map<String, Stored> stored) {
    List<Variant> variants = new ArrayList<>();
    variants.add(variant(ContentCoding.IDENTITY, plain));
    Stored brotli = stored.get(path + ".br");
    if (brotli != null && brotli.content().length < plain.length) {
      variants.add(variant(ContentCoding.BROTLI, brotli.content()));
    }
    Stored gzip = stored.get(path + ".gz");
    if (gzip != null && gzip.content().length < plain.length) {
      if (!Contents.isGzipOf(gzip.content(), plain)) {
        throw new FolderException(
            "The file " + path + ".gz of the folder must be " + path + " compressed with gzip.");
      }
      variants.add(variant(ContentCoding.GZIP, gzip.content()));
    }
    return variants;
  }

  private static Variant variant(ContentCoding coding, byte[] content) {
    return new Variant(coding, Contents.etag(content), content);
  }

  /** Never later than now, as the date of the answer may not be before it (RFC 9110, 8.8.2.1). */
  private Instant lastModified(Path file) throws IOException {
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    Instant now = clock.instant();
    return modified.isAfter(now) ? now : modified;
  }

  private static List<Header> headers(Folder folder) {
    List<Header> headers = new ArrayList<>();
    headers.add(NO_SNIFFING);
    if (folder.headers().stream().noneMatch(header -> header.name().equals(CACHE_CONTROL))) {
      headers.add(ASK_AGAIN);
    }
    headers.addAll(folder.headers());
    return headers;
  }

  private static @Nullable StaticFile fallback(Folder folder, Map<String, StaticFile> files) {
    String name = folder.fallback();
    if (name == null) {
      return null;
    }
    StaticFile file = files.get(name.startsWith("/") ? name : "/" + name);
    if (file == null) {
      throw new FolderException(
          "fallback must be a file of the folder " + folder.location() + ": " + name + ".");
    }
    return file;
  }
}
