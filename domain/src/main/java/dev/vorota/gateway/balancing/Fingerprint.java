package dev.vorota.gateway.balancing;

/** Texts as 64 bits, the same in every process. */
final class Fingerprint {

  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /** FNV-1a, over characters where it has octets, and mixed. */
  static long of(String text) {
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /**
   * Lets each bit depend on all others (Stafford, Better Bit Mixing, 2011, variant 13). No two
   * numbers give the same.
   */
  static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
