package dev.vorota.adapters.in.chat.websocket;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has blocking work done beside the event loop.
 *
 * @param aside where work may block
 * @param loop the connection's event loop, where the outcome is told
 */
record Desk(Executor aside, Executor loop) {

  <T> void ask(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
    aside.execute(
        () -> {
          try {
            T outcome = work.get();
            loop.execute(() -> done.accept(outcome));
          } catch (RuntimeException e) {
            loop.execute(() -> failed.accept(e));
          }
        });
  }
}
