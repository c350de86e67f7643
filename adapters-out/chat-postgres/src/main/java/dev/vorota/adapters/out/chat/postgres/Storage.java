package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the work of the repositories, each piece in a transaction of its own. */
final class Storage {

  private static final Logger LOG = Logger.getLogger(Storage.class);

  private Storage() {}

  /**
   * @return the work's result, once it is committed
   * @throws ProblemException 503 {@code storage-unavailable} where the server can't be reached or
   *     does not serve; what was being written may or may not be stored then
   */
  static <T> T inTransaction(Supplier<T> work) {
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } catch (RuntimeException e) {
      if (isOutage(e)) {
        LOG.warnf("PostgreSQL does not serve: %s", rootOf(e).getMessage());
        throw new ProblemException(
            Problem.of(
                "storage-unavailable",
                503,
                "The storage is not available",
                "The chat can't reach its database at the moment; try again soon."));
      }
      throw e;
    }
  }

  /** As {@link #inTransaction(Supplier)}. */
  static void doInTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        return isOutage(e.getSQLState());
      }
    }
    return false;
  }

  /**
   * By the class of the SQLSTATE: not data (22), constraints (23) or statements (42), which would
   * fail on the best of servers. The pool's own time-out has no state.
   */
  private static boolean isOutage(@Nullable String state) {
    return state == null
        || !(state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }
}
