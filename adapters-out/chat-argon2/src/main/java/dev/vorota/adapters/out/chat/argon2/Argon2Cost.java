package dev.vorota.adapters.out.chat.argon2;

/**
 * How much work a hash is.
 *
 * @param memory KiB, at least 8 for each lane
 * @param passes how often the memory is gone through
 * @param lanes how many parts of the memory could be worked on at once
 */
record Argon2Cost(int memory, int passes, int lanes) {

  /** The least that OWASP's Password Storage Cheat Sheet recommends. */
  static final Argon2Cost RECOMMENDED = new Argon2Cost(19 * 1024, 2, 1);

  Argon2Cost {
    if (lanes < 1 || passes < 1 || memory < 8 * lanes) {
      throw new IllegalArgumentException(
          "memory must be at least 8 KiB for each lane, passes and lanes at least 1: m="
              + memory
              + ",t="
              + passes
              + ",p="
              + lanes
              + ".");
    }
  }
}
