package dev.vorota.adapters.out.compression;

import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** An exchange whose answer is compressed: when it is given up, the compressor's memory is, too. */
final class CompressedExchange implements UpstreamExchange {

  private final UpstreamExchange exchange;
  private final CompressedAnswer answer;

  CompressedExchange(UpstreamExchange exchange, CompressedAnswer answer) {
    this.exchange = exchange;
    this.answer = answer;
  }

  @Override
  public boolean isWritable() {
    return exchange.isWritable();
  }

  @Override
  public void body(ByteBuf data) {
    exchange.body(data);
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    exchange.end(trailers);
  }

  @Override
  public void flush() {
    exchange.flush();
  }

  @Override
  public void read(boolean wanted) {
    exchange.read(wanted);
  }

  @Override
  public void cancel() {
    exchange.cancel();
    answer.giveUp();
  }
}
