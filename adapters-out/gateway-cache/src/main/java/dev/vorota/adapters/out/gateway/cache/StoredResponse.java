package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachedResponse;
import dev.vorota.wire.head.ResponseHead;

/**
 * A response that is kept, ready to be sent: its heads are parsed and only read from here on.
 *
 * @param cached what is known of it
 * @param head with the length of the body
 * @param notModified what a client gets that has it already
 * @param octets the length of the head
 */
record StoredResponse(
    CachedResponse cached,
    ResponseHead head,
    ResponseHead notModified,
    StoredBody body,
    int octets) {

  /** What two parsed heads and the rest take beside their octets. */
  private static final int OVERHEAD = 7_000;

  /** How much memory it takes, in octets, to be on the safe side. */
  int weight() {
    return OVERHEAD + 2 * octets + body.length();
  }
}
