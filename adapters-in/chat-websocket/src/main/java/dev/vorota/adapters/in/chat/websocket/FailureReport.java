package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import org.jboss.logging.Logger;

/** Makes a problem of whatever a use case threw; nothing internal gets out. */
final class FailureReport {

  private static final Logger LOG = Logger.getLogger(FailureReport.class);

  private static final Problem INTERNAL =
      Problem.of(
          "internal-error",
          500,
          "The server failed",
          "The server failed to serve the frame; it has been logged.");

  private FailureReport() {}

  static Problem problem(RuntimeException failure) {
    if (failure instanceof ProblemException told) {
      return told.problem();
    }
    LOG.error("A frame could not be served", failure);
    return INTERNAL;
  }
}
