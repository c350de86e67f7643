package dev.vorota.adapters.in.gateway.yaml.document;

/** The document is YAML, but not of a kind that is read here. */
final class RefusedYamlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String reason;

  RefusedYamlException(Place place, String reason) {
    super(reason, null, false, false);
    this.place = place;
    this.reason = reason;
  }

  Place place() {
    return place;
  }

  String reason() {
    return reason;
  }
}
