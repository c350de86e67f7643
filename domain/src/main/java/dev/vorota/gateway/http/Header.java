package dev.vorota.gateway.http;

/**
 * One header field.
 *
 * @param name in lower case
 */
public record Header(String name, String value) {}
