package dev.vorota.adapters.in.chat.http;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/** How many bytes a request's body may have. */
enum BodyLimit {
  JSON(64 * 1024),
  PICTURE(5 * 1024 * 1024);

  private final int bytes;

  BodyLimit(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /**
   * Reads a body whole.
   *
   * @throws ProblemException 413 as soon as it turns out to be too long
   */
  byte[] read(InputStream body) throws IOException {
    byte[] read = body.readNBytes(bytes + 1);
    if (read.length > bytes) {
      throw new ProblemException(exceeded("more than " + bytes));
    }
    return read;
  }

  /** The problem of a body that is announced or found to be too long. */
  Problem exceeded(String length) {
    return Problem.of(
        "body-too-long",
        413,
        "The body is too long",
        "The body has " + length + " bytes; at most " + bytes + " are taken here.");
  }
}
