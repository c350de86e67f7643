package dev.vorota.chat.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Tells a refresh token from the others of its session; it is the token's {@code jti}. */
public record RefreshTokenId(UUID value) {

  /** The SHA-256 of the id in hexadecimal: all that is kept of it. */
  public String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] id = value.toString().getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(sha256.digest(id));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return "RefreshTokenId[…]";
  }
}
