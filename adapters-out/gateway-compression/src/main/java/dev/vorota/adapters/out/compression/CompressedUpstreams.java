package dev.vorota.adapters.out.compression;

import dev.vorota.gateway.compression.Compression;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.exchange.Upstreams;

/** Compresses what the upstreams answer where the route asks for it. Confined to one event loop. */
public final class CompressedUpstreams implements Upstreams {

  private final Upstreams upstreams;
  private final Encoders encoders;

  /**
   * @param upstreams give the answers
   */
  public CompressedUpstreams(Upstreams upstreams, Encoders encoders) {
    this.upstreams = upstreams;
    this.encoders = encoders;
  }

  @Override
  public UpstreamExchange open(UpstreamCall call, UpstreamListener listener) {
    Compression compression = call.action().compression();
    if (compression == null || call.tunnel()) {
      return upstreams.open(call, listener);
    }
    CompressedAnswer answer = new CompressedAnswer(compression, call.head(), listener, encoders);
    return new CompressedExchange(upstreams.open(call, answer), answer);
  }
}
