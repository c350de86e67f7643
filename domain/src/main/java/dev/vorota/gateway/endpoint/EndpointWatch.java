package dev.vorota.gateway.endpoint;

/** Hears of an endpoint's health. Called on any thread, and must not wait for anything. */
public interface EndpointWatch {

  /** Watches nothing. */
  EndpointWatch NONE =
      new EndpointWatch() {
        @Override
        public void availabilityChanged() {}

        @Override
        public void failing(EndpointHealth endpoint) {}
      };

  /** An endpoint may be chosen that might not be before, or the other way round. */
  void availabilityChanged();

  /** One more exchange with an endpoint has failed. */
  void failing(EndpointHealth endpoint);
}
