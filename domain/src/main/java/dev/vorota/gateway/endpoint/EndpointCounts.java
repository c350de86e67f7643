package dev.vorota.gateway.endpoint;

/**
 * What was counted of an endpoint since it is known.
 *
 * @param active the exchanges that are under way
 * @param answers the answers with a status below 500
 * @param serverErrors the answers with another one
 * @param failures the exchanges without an answer, or without a whole one
 */
public record EndpointCounts(long active, long answers, long serverErrors, long failures) {

  /** Where nothing was counted. */
  public static final EndpointCounts NONE = new EndpointCounts(0, 0, 0, 0);

  /** The exchanges of which it is known what became of them. */
  public long outcomes() {
    return answers + serverErrors + failures;
  }

  /** Those that tell against the endpoint. */
  public long bad() {
    return serverErrors + failures;
  }

  EndpointCounts plus(EndpointCounts more) {
    return new EndpointCounts(
        active + more.active,
        answers + more.answers,
        serverErrors + more.serverErrors,
        failures + more.failures);
  }
}
