package dev.vorota.gateway.record;

/** Remembers exchanges. Never blocks, never throws. */
public interface ExchangeRecorder {

  void record(ExchangeRecord exchange);
}
