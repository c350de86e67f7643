package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A frame that says something the chat can't do; the connection stays. */
final class RefusedFrameException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable String id;
  private final transient Problem problem;

  RefusedFrameException(@Nullable String id, Problem problem) {
    super(problem.detail(), null, false, false);
    this.id = id;
    this.problem = problem;
  }

  /** The frame's own id as the client sent it, or null where it has none. */
  @Nullable String id() {
    return id;
  }

  Problem problem() {
    return problem;
  }
}
