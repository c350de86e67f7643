package dev.vorota.gateway.cache;

/** What a kept response is good for (RFC 9111, section 4). */
public enum Reuse {
  /** To answer with. */
  FRESH,
  /** To answer with, as the client takes one that is stale. */
  STALE,
  /** To answer with, while a new one is fetched (RFC 5861, section 3). */
  STALE_WHILE_REVALIDATING,
  /** The origin has to be asked first. */
  VALIDATE
}
