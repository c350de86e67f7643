package dev.vorota.chat.avatar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names one picture by its content: the first 16 hexadecimal digits of its SHA-256. */
public record AvatarVersion(String value) {

  private static final int BYTES = 8;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public AvatarVersion {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("value must be 16 hexadecimal digits: " + value + ".");
    }
  }

  /** The version of the avatar whose large PNG this is. */
  public static AvatarVersion ofContent(byte[] png) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
      return new AvatarVersion(HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
