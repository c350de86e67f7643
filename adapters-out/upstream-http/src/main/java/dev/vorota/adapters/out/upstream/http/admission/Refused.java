package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** An exchange that never began. */
final class Refused implements UpstreamExchange {

  static final UpstreamExchange EXCHANGE = new Refused();

  private Refused() {}

  @Override
  public boolean isWritable() {
    return false;
  }

  @Override
  public void body(ByteBuf data) {
    data.release();
  }

  @Override
  public void end(@Nullable Trailers trailers) {}

  @Override
  public void flush() {}

  @Override
  public void read(boolean wanted) {}

  @Override
  public void cancel() {}
}
