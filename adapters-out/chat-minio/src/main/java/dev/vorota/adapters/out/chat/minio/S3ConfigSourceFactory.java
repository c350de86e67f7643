package dev.vorota.adapters.out.chat.minio;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands the settings {@code S3_*} on to quarkus-minio, where {@code S3_ENDPOINT} is set. Values are
 * handed on as expressions: what a build may record of them holds no secret.
 */
public final class S3ConfigSourceFactory implements ConfigSourceFactory {

  /** That of a library's own defaults: whatever an application says comes first. */
  private static final int ORDINAL = 100;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue endpoint = context.getValue("S3_ENDPOINT");
    if (endpoint == null || endpoint.getValue() == null || endpoint.getValue().isBlank()) {
      return List.of();
    }
    return List.of(new PropertiesConfigSource(settings(endpoint.getValue()), "S3_*", ORDINAL));
  }

  private static Map<String, String> settings(String endpoint) {
    // The extension ignores the scheme of the address and takes this setting instead.
    boolean secure = !endpoint.startsWith("http://");
    return Map.of(
        "quarkus.minio.host", "${S3_ENDPOINT}",
        "quarkus.minio.secure", Boolean.toString(secure),
        "quarkus.minio.access-key", "${S3_ACCESS_KEY:}",
        "quarkus.minio.secret-key", "${S3_SECRET_KEY:}",
        "quarkus.minio.region", "${S3_REGION:us-east-1}");
  }
}
