package dev.vorota.adapters.in.gateway.yaml;

import java.io.IOException;

/** Reads files that a document names beside itself, such as certificates. */
@FunctionalInterface
public interface SmallFiles {

  /** The longest that a file may be, in octets. */
  int LONGEST = 1024 * 1024;

  /**
   * What a file holds.
   *
   * @param location as the document names it
   * @throws IOException if it can't be read, or is longer than {@link #LONGEST}
   */
  byte[] read(String location) throws IOException;
}
