package dev.vorota.system.process;

import dev.vorota.parts.LoopbackPorts;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The gateway on free ports, before an upstream of the test's own. */
public final class Gateway implements AutoCloseable {

  private final int port = LoopbackPorts.free();
  private final int managementPort = LoopbackPorts.free();
  private final AppProcess process;

  private Gateway(String name, URI upstream, Map<String, String> extraSettings) {
    Map<String, String> settings = new HashMap<>();
    settings.put("GATEWAY_PORT", Integer.toString(port));
    settings.put("MANAGEMENT_PORT", Integer.toString(managementPort));
    settings.put("GATEWAY_CONFIG", PackagedApp.GATEWAY_CONFIG.toString());
    settings.put("CHAT_URL", upstream.toString());
    settings.putAll(extraSettings);
    this.process =
        AppProcess.start(
            PackagedApp.GATEWAY,
            settings,
            managementAddress().resolve("/q/health/ready"),
            ProcessFolder.create(name));
  }

  public static Gateway start(String name, URI upstream) {
    return start(name, upstream, Map.of());
  }

  /**
   * Starts it.
   *
   * @param name names the folder of its log
   * @param upstream what it takes for the chat
   * @param settings environment variables over the defaults
   */
  public static Gateway start(String name, URI upstream, Map<String, String> settings) {
    return new Gateway(name, upstream, settings);
  }

  /** The address that a browser opens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The address of its health and metrics. */
  public URI managementAddress() {
    return URI.create("http://127.0.0.1:" + managementPort);
  }

  public AppProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.terminate();
  }
}
