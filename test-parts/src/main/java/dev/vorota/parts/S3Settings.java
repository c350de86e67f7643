package dev.vorota.parts;

import java.net.URI;
import java.nio.file.Path;

/**
 * How a server is to be run.
 *
 * @param port on 127.0.0.1
 * @param folder where the server may write
 */
record S3Settings(int port, String accessKey, String secretKey, Path folder) {

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where the objects are. */
  Path data() {
    return folder.resolve("data");
  }

  @Override
  public String toString() {
    return endpoint() + " in " + folder;
  }
}
