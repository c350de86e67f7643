package dev.vorota.system.process;

import dev.vorota.parts.LoopbackPorts;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole product on free ports of the loopback interface: the chat with a data folder of its own
 * and the gateway before it. Each part can be ended and started again at the same address.
 */
public final class Vorota implements AutoCloseable {

  private final Path folder;
  private final Map<String, String> settings;
  private final int gatewayPort;
  private final int managementPort;
  private final int chatPort;

  private AppProcess chat;
  private AppProcess gateway;

  private Vorota(String name, Map<String, String> extraSettings) {
    this.folder = ProcessFolder.create(name);
    this.gatewayPort = LoopbackPorts.free();
    this.managementPort = LoopbackPorts.free();
    this.chatPort = LoopbackPorts.free();
    this.settings = new HashMap<>();
    settings.put("GATEWAY_PORT", Integer.toString(gatewayPort));
    settings.put("MANAGEMENT_PORT", Integer.toString(managementPort));
    settings.put("GATEWAY_CONFIG", PackagedApp.GATEWAY_CONFIG.toString());
    settings.put("CHAT_PORT", Integer.toString(chatPort));
    settings.put("CHAT_URL", "http://127.0.0.1:" + chatPort);
    settings.put("VOROTA_DATA", dataFolder().toString());
    settings.putAll(extraSettings);
    this.chat = launchChat();
    this.gateway = launchGateway();
  }

  /** Starts both apps with their defaults: the embedded PostgreSQL, avatars in a folder. */
  public static Vorota start(String name) {
    return start(name, Map.of());
  }

  /**
   * Starts both apps.
   *
   * @param name names the folder of its logs under {@code target/processes}
   * @param settings environment variables for both apps, over the defaults
   */
  public static Vorota start(String name, Map<String, String> settings) {
    return new Vorota(name, settings);
  }

  /** The address that a browser opens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + gatewayPort);
  }

  /** The chat's own address, which no browser ever sees. */
  public URI chatAddress() {
    return URI.create("http://127.0.0.1:" + chatPort);
  }

  /** The address of the gateway's health and metrics. */
  public URI managementAddress() {
    return URI.create("http://127.0.0.1:" + managementPort);
  }

  /** Where the chat keeps what no server keeps for it. */
  public Path dataFolder() {
    return folder.resolve("data");
  }

  public AppProcess chat() {
    return chat;
  }

  public AppProcess gateway() {
    return gateway;
  }

  /** Starts the chat again, at the same address and on the same data. */
  public void restartChat() {
    chat = launchChat();
  }

  /** Starts the gateway again, at the same address. */
  public void restartGateway() {
    gateway = launchGateway();
  }

  /** Stops both in order: the gateway drains while the chat still answers. */
  @Override
  public void close() {
    gateway.terminate();
    chat.terminate();
    ProcessFolder.remove(dataFolder());
  }

  private AppProcess launchChat() {
    return AppProcess.start(
        PackagedApp.CHAT, settings, chatAddress().resolve("/q/health/ready"), folder);
  }

  private AppProcess launchGateway() {
    try {
      return AppProcess.start(
          PackagedApp.GATEWAY, settings, managementAddress().resolve("/q/health/ready"), folder);
    } catch (RuntimeException e) {
      chat.terminate();
      throw e;
    }
  }
}
