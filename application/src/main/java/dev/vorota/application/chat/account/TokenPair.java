package dev.vorota.application.chat.account;

import java.time.Duration;

/**
 * What a login or refresh yields.
 *
 * @param accessToken a JWT for everything but a refresh
 * @param expiresIn how long the access token lasts
 * @param refreshToken a JWT that serves once, for the next refresh
 */
public record TokenPair(String accessToken, Duration expiresIn, String refreshToken) {

  @Override
  public String toString() {
    return "TokenPair[expiresIn=" + expiresIn + "]";
  }
}
