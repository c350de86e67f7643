package dev.vorota.adapters.out.gateway.files;

import dev.vorota.gateway.files.FolderException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what there is to serve in a folder. Names that start with a dot are passed over, except
 * {@code .well-known} at the top (RFC 8615). Symbolic links are followed as long as they stay in
 * the folder.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final String WELL_KNOWN = ".well-known";

  /** What a name holds that the process could not read as text. */
  private static final char UNREADABLE = '\ufffd';

  private final Path root;
  private final int most;
  private final Map<String, Path> files = new TreeMap<>();
  private int seen;

  private FolderWalk(Path root, int most) {
    this.root = root;
    this.most = most;
  }

  /**
   * The files below a folder: where they really are, by their paths, which start with a slash.
   *
   * @param most how many files and folders there may be
   * @throws FolderException if there are more, or any of them can't be served
   */
  static Map<String, Path> files(Path root, int most) throws IOException {
    FolderWalk walk = new FolderWalk(root.toRealPath(), most);
    if (!Files.isDirectory(walk.root)) {
      throw new FolderException(root + " must be a folder.");
    }
    Files.walkFileTree(
        walk.root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    return walk.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    if (isHidden(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    count(folder);
    real(folder);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    count(file);
    if (attributes.isSymbolicLink()) {
      throw new FolderException(file + " leads nowhere: it is a link to what is not there.");
    }
    if (!attributes.isRegularFile()) {
      throw new FolderException(file + " must be a file or a folder.");
    }
    files.put(path(file), real(file));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (isHidden(file) && !file.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    if (failure instanceof FileSystemLoopException) {
      throw new FolderException(file + " is a link to a folder that it is in itself.", failure);
    }
    throw failure;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    if (failure != null) {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isHidden(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean wellKnown = name.equals(WELL_KNOWN) && root.equals(path.getParent());
    return name.startsWith(".") && !wellKnown;
  }

  private void count(Path path) {
    if (++seen > most) {
      throw new FolderException(
          "The folder "
              + root
              + " must hold at most "
              + most
              + " files and folders: "
              + path
              + " is one too many.");
    }
    if (path.toString().indexOf(UNREADABLE) >= 0) {
      throw new FolderException(
          path
              + " must have a name in UTF-8, and the locale must be one of UTF-8, such as"
              + " LC_ALL=C.UTF-8.");
    }
  }

  private Path real(Path path) throws IOException {
    Path real = path.toRealPath();
    if (!real.startsWith(root)) {
      throw new FolderException(path + " leads out of the folder " + root + ".");
    }
    return real;
  }

  /** The path in a URL, whatever separates names on this disk. */
  private String path(Path file) {
    StringBuilder path = new StringBuilder();
    for (Path name : root.relativize(file)) {
      path.append('/').append(name);
    }
    return path.toString();
  }
}
