package dev.vorota.adapters.out.gateway.files;

import dev.vorota.gateway.files.FolderException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Reads the contents of files, within a bound for all of them. */
final class Contents {

  private static final int ETAG_OCTETS = 16;

  private final String folder;
  private final long most;
  private long left;

  /**
   * @param folder what is read, for messages
   * @param most octets that all files have together
   */
  Contents(String folder, long most) {
    this.folder = folder;
    this.most = most;
    this.left = most;
  }

  /**
   * @throws FolderException if it goes beyond the bound
   */
  byte[] read(Path file) throws IOException {
    // One octet more tells a file that ends here from one that goes on.
    int limit = (int) Math.min(left + 1, Integer.MAX_VALUE - 8);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit);
      if (content.length == limit) {
        throw new FolderException(
            "The folder "
                + folder
                + " must hold at most "
                + most
                + " B: "
                + file
                + " goes beyond that.");
      }
      left -= content.length;
      return content;
    }
  }

  /** A strong entity tag, in its quotes: the first half of the SHA-256. */
  static String etag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, ETAG_OCTETS) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether a content is another one compressed. */
  static boolean isGzipOf(byte[] coded, byte[] plain) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      return Arrays.equals(in.readNBytes(plain.length + 1), plain);
    } catch (IOException notGzip) {
      return false;
    }
  }
}
