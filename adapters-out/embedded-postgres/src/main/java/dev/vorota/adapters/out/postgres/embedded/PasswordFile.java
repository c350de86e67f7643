package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the server's one user, in a file that only its owner may read. */
final class PasswordFile {

  private static final int BYTES = 24;

  private final Path path;

  PasswordFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Writes a new password in place of any other. */
  void create() throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(path);
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(path, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  String read() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new EmbeddedPostgresException("Can't read the password in " + path + ".", e);
    }
  }
}
