package dev.vorota.system.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that break nothing one product for the whole run. Its limits are wide, because all
 * these tests come from one address; the limits have tests of their own.
 */
public final class SharedVorota implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SharedVorota.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Vorota.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Started.class, key -> Started.once(), Started.class)
        .vorota();
  }

  /** Settings under which no test meets a limit by accident. */
  public static Map<String, String> wideLimits() {
    return Map.of(
        "LIMIT_PUBLIC_RATE", "10000",
        "LIMIT_PUBLIC_BURST", "10000",
        "LIMIT_USER_RATE", "10000",
        "LIMIT_USER_BURST", "10000");
  }

  /** The one start of the run: where it failed, it fails each test at once. */
  private record Started(@Nullable Vorota running, @Nullable RuntimeException failure)
      implements AutoCloseable {

    static Started once() {
      try {
        return new Started(Vorota.start("shared", wideLimits()), null);
      } catch (RuntimeException e) {
        return new Started(null, e);
      }
    }

    Vorota vorota() {
      if (running == null) {
        throw new IllegalStateException("The shared product did not start.", failure);
      }
      return running;
    }

    @Override
    public void close() {
      if (running != null) {
        running.close();
      }
    }
  }
}
