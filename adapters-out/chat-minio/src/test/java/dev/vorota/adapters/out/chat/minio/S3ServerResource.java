package dev.vorota.adapters.out.chat.minio;

import dev.vorota.parts.S3Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts an S3 server before the application and tells it where. */
public final class S3ServerResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable S3Server server;

  @Override
  public Map<String, String> start() {
    server = S3Server.start();
    return Map.of(
        "S3_ENDPOINT", server.endpoint().toString(),
        "S3_ACCESS_KEY", server.accessKey(),
        "S3_SECRET_KEY", server.secretKey());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }
}
