package dev.vorota.gateway.config;

import java.net.URI;

/**
 * Who issues the tokens that the gateway accepts.
 *
 * @param issuer the {@code iss} of good tokens (RFC 7519, section 4.1.1)
 * @param keys where the key set is (RFC 7517)
 */
public record TokenIssuer(String issuer, URI keys) {}
