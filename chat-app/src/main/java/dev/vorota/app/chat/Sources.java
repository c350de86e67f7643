package dev.vorota.app.chat;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Where time and ids come from; tests put their own in place of these. */
@Dependent
class Sources {

  @Produces
  @Singleton
  @DefaultBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  @DefaultBean
  LongSupplier nanoTime() {
    return System::nanoTime;
  }

  /** Random ids from a source that nobody can guess. */
  @Produces
  @Singleton
  @DefaultBean
  Supplier<UUID> ids() {
    return UUID::randomUUID;
  }
}
