package dev.vorota.system.process;

import java.util.Map;
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
        .computeIfAbsent(Vorota.class, key -> Vorota.start("shared", wideLimits()), Vorota.class);
  }

  /** Settings under which no test meets a limit by accident. */
  public static Map<String, String> wideLimits() {
    return Map.of(
        "LIMIT_PUBLIC_RATE", "10000",
        "LIMIT_PUBLIC_BURST", "10000",
        "LIMIT_USER_RATE", "10000",
        "LIMIT_USER_BURST", "10000");
  }
}
