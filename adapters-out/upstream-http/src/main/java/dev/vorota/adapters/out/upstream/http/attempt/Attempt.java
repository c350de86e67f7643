package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.balancing.Candidate;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint that is asked within an exchange. What it says counts for as long as it is asked.
 */
final class Attempt implements UpstreamListener {

  private final RetriedExchange owner;
  private final UpstreamListener listener;
  private final Candidate candidate;
  private @Nullable UpstreamExchange exchange;
  private boolean answered;
  private boolean over;

  Attempt(RetriedExchange owner, UpstreamListener listener, Candidate candidate) {
    this.owner = owner;
    this.listener = listener;
    this.candidate = candidate;
    candidate.began();
  }

  Candidate candidate() {
    return candidate;
  }

  /** The exchange with the endpoint; null while it is being opened. */
  @Nullable UpstreamExchange exchange() {
    return exchange;
  }

  void opened(UpstreamExchange itsExchange) {
    exchange = itsExchange;
  }

  boolean isOver() {
    return over;
  }

  /** Gives the endpoint up; nothing that it says counts any more. */
  void cancel() {
    UpstreamExchange current = exchange;
    finish();
    if (current != null) {
      current.cancel();
    }
  }

  /** Nothing more is exchanged. */
  void finish() {
    if (!over) {
      over = true;
      candidate.ended();
    }
  }

  @Override
  public void head(ResponseHead head) {
    if (over) {
      return;
    }
    if (head.isInterim() || answered) {
      listener.head(head);
      return;
    }
    if (owner.accepts(this, head)) {
      answered = true;
      listener.head(head);
    }
  }

  @Override
  public void body(ByteBuf data) {
    if (over) {
      data.release();
    } else {
      listener.body(data);
    }
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    if (!over) {
      owner.responseEnded();
      listener.end(trailers);
    }
  }

  @Override
  public void failed(UpstreamFailure failure) {
    if (!over) {
      finish();
      owner.failed(this, failure, answered);
    }
  }

  @Override
  public void flush() {
    if (!over) {
      listener.flush();
    }
  }

  @Override
  public void writable() {
    if (!over) {
      listener.writable();
    }
  }
}
