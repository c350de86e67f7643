package dev.vorota.application.gateway;

import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Action;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What a step, or the whole corridor, says of an exchange. */
public sealed interface Outcome {

  /** The next step has its say. */
  record Pass() implements Outcome {

    static final Pass PASS = new Pass();
  }

  /** The gateway answers itself. */
  record Answer(Response response) implements Outcome {}

  /**
   * An upstream answers.
   *
   * @param path what it is asked for
   */
  record Forward(Action.Forward action, String path) implements Outcome {}

  /**
   * It can't be said yet.
   *
   * @param outcome completes on any thread, and never exceptionally; what it yields is called on
   *     the loop of the exchange
   */
  record Wait(CompletionStage<Supplier<Outcome>> outcome) implements Outcome {}
}
