package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.wire.exchange.UpstreamFailure;

/** What became of a fetch, for those who wait for it. */
sealed interface Landing {

  /** The response is kept and may be used. */
  record Kept() implements Landing {}

  /** It is of no use to others: each has to ask for itself. */
  record NotKept() implements Landing {}

  /** It was given up: somebody else has to fetch it. */
  record GivenUp() implements Landing {}

  /** The upstream gave no whole answer. */
  record Failed(UpstreamFailure failure) implements Landing {}
}
