package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import org.jboss.logging.Logger;

/** Makes a problem of whatever a use case threw; nothing internal gets out. */
final class FailureReport {

  private static final Logger LOG = Logger.getLogger(FailureReport.class);

  private static final Problem UNAVAILABLE =
      Problem.of(
          "storage-unavailable",
          503,
          "The storage can't be reached",
          "The storage can't be reached at the moment; the frame may be sent again.");

  private FailureReport() {}

  static Problem problem(RuntimeException failure) {
    if (failure instanceof ProblemException told) {
      return told.problem();
    }
    LOG.warn("A frame could not be served", failure);
    return UNAVAILABLE;
  }
}
