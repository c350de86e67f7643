package dev.vorota.gateway.config;

/** Tells which configuration is in force. Never blocks: an exchange asks once, when it starts. */
public interface ConfigRepository {

  /** The configuration in force now. */
  GatewayConfig current();
}
